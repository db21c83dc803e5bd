package org.openmembership.ledger;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/**
 * What an entry did to one lot, or to the account's debt.
 *
 * <p>Every entry explains itself: its points are the lots it opened, plus what it gave back to lots and repaid of the debt,
 * less what it took from lots and left owing.
 *
 * @param entry that did it
 * @param lot it was done to, null for the debt
 * @param purpose what was done
 * @param points above zero
 */
public record Allocation(EntryId entry, @Nullable LotId lot, Purpose purpose, Points points) {
    /** What an allocation does. */
    public enum Purpose {
        /** Taken from a lot by a redemption or a negative adjustment. */
        SPENT(-1),
        /** Taken from a lot because it lapsed; once per lot. */
        EXPIRED(-1),
        /** Taken from a lot because what earned it was undone, or because nobody is left whose it is. */
        CLAWED(-1),
        /** Taken from a lot to go to another account. */
        MOVED(-1),
        /** Given back to a lot. */
        RESTORED(1),
        /** Left owing because no lot was there. */
        OWED(-1),
        /** Paid off the debt. */
        REPAID(1);

        private final int sign;

        Purpose(int sign) {
            this.sign = sign;
        }

        public boolean concernsDebt() {
            return this == OWED || this == REPAID;
        }
    }

    public Allocation {
        if (!points.isPositive() || purpose.concernsDebt() != (lot == null)) {
            throw new IllegalArgumentException(purpose + " of " + points + " does not fit lot " + lot);
        }
    }

    /** What it adds to the entry's points: below zero where something was taken. */
    public Points effect() {
        return purpose.sign > 0 ? points : points.negated();
    }

    /** This and another part of the same: one entry, one lot or the debt, one purpose. */
    Allocation plus(Allocation other) {
        return new Allocation(entry, lot, purpose, points.plus(other.points));
    }
}
