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
 *     without their expiry written
 * @param changes the times that matter for the next answer
 */
public record LedgerHead(long seq, Points booked, Points debt, Points withheld, Changes changes) {
    public static final LedgerHead EMPTY =
            new LedgerHead(0, Points.ZERO, Points.ZERO, Points.ZERO, new Changes(ExpiryRule.FOREVER, Instant.EPOCH));

    public LedgerHead {
        if (seq < 0 || debt.isNegative() || withheld.isNegative()) {
            throw new IllegalArgumentException(
                    "seq, debt and withheld are never below zero: " + seq + ", " + debt + ", " + withheld);
        }
    }

    /**
     * @param next no later than the first instant at which a lot lapses or becomes available
     * @param lastRecordedAt when the last entry was recorded; the next one is never recorded earlier (I26)
     */
    public record Changes(Instant next, Instant lastRecordedAt) {}

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
