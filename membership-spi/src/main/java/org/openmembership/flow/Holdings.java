package org.openmembership.flow;

import org.openmembership.shared.Points;

/**
 * What accounts hold at an instant.
 *
 * @param accounts how many they are
 * @param booked open points less debt
 * @param debt owed by accounts, as a number of zero or more
 * @param open points, of which the following are parts
 * @param pending not yet available
 * @param lapsed over already, but not written off yet
 * @param expiring in force or pending, and over before the end of the warning's window
 */
public record Holdings(
        long accounts, Points booked, Points debt, Points open, Points pending, Points lapsed, Points expiring) {
    public static final Holdings NONE =
            new Holdings(0, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO);

    public Holdings plus(Holdings other) {
        return new Holdings(
                accounts + other.accounts,
                booked.plus(other.booked),
                debt.plus(other.debt),
                open.plus(other.open),
                pending.plus(other.pending),
                lapsed.plus(other.lapsed),
                expiring.plus(other.expiring));
    }

    /** What is neither pending nor lapsed, less debt. */
    public Points inForceLessDebt() {
        return open.minus(pending).minus(lapsed).minus(debt);
    }
}
