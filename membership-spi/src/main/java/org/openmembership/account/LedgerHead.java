package org.openmembership.account;

import java.time.Instant;
import org.openmembership.club.ExpiryRule;
import org.openmembership.shared.Points;

/**
 * Where an account's ledger stands: what can be said about its points without reading a lot (R23).
 *
 * @param seq the number of its last entry, 0 before the first
 * @param booked open points of all lots whose expiry is not yet written, less {@code debt}
 * @param debt points taken back that no lot covered; later earnings repay it first
 * @param withheld what of the open points did not count when this head was written: lots not available yet, or lapsed
 *     without their expiry written, and what is held of others
 * @param changes the times that matter for the next answer
 */
public record LedgerHead(long seq, Points booked, Points debt, Points withheld, Changes changes) {
    public static final LedgerHead EMPTY = new LedgerHead(
            0, Points.ZERO, Points.ZERO, Points.ZERO, new Changes(ExpiryRule.FOREVER, Instant.EPOCH, Instant.EPOCH));

    public LedgerHead {
        if (seq < 0 || debt.isNegative() || withheld.isNegative()) {
            throw new IllegalArgumentException(
                    "seq, debt and withheld are never below zero: " + seq + ", " + debt + ", " + withheld);
        }
    }

    /**
     * @param next no later than the first instant at which a lot lapses or becomes available, or a hold ends
     * @param lastRecordedAt when the last entry, hold or end of a hold was recorded, or the head was looked at anew; the next is never recorded earlier (I26)
     * @param heldUntil the first instant at which no hold can be in force any more, as far as this head knows (R29)
     */
    public record Changes(Instant next, Instant lastRecordedAt, Instant heldUntil) {}

    /** The same head, looked at anew: of the open points only those in force count, until the next change. */
    public LedgerHead counting(Points inForce, Instant next) {
        Points open = booked.plus(debt);
        return withheld(open.minus(inForce), new Changes(next, changes.lastRecordedAt(), changes.heldUntil()));
    }

    /** The same head as of {@code at}: nothing is recorded earlier any more, since it was looked at then. */
    public LedgerHead lookedAt(Instant at) {
        return withheld(withheld, new Changes(changes.next(), at, changes.heldUntil()));
    }

    public LedgerHead withheld(Points points, Changes newChanges) {
        return new LedgerHead(seq, booked, debt, points, newChanges);
    }

    /** Whether the points available at {@code now} follow from this head alone. */
    public boolean answersAt(Instant now) {
        return now.isBefore(changes.next());
    }

    /** What can be spent while {@link #answersAt} holds; below zero while there is more debt than points. */
    public Points available() {
        return booked.minus(withheld);
    }

    /** When something that happens now is recorded: by our clock, but never before the last entry (I26). */
    public Instant recordedAt(Instant now) {
        return now.isBefore(changes.lastRecordedAt()) ? changes.lastRecordedAt() : now;
    }
}
