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
 * @param held set aside for unfinished sales, and not lapsed since (R29)
 * @param expiring in force, pending or held, and over before the end of the warning's window
 */
public record Holdings(
        long accounts,
        Points booked,
        Points debt,
        Points open,
        Points pending,
        Points lapsed,
        Points held,
        Points expiring) {
    public static final Holdings NONE = Holdings.of(0, Points.ZERO, Points.ZERO);

    /** Accounts of which no lot is known. */
    public static Holdings of(long accounts, Points booked, Points debt) {
        return new Holdings(accounts, booked, debt, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO);
    }

    public Holdings plus(Holdings other) {
        return new Holdings(
                accounts + other.accounts,
                booked.plus(other.booked),
                debt.plus(other.debt),
                open.plus(other.open),
                pending.plus(other.pending),
                lapsed.plus(other.lapsed),
                held.plus(other.held),
                expiring.plus(other.expiring));
    }

    /** What can be spent: in force and not held, less debt. */
    public Points available() {
        return open.minus(pending).minus(lapsed).minus(held).minus(debt);
    }
}
