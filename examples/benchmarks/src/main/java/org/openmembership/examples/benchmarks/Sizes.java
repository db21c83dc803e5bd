package org.openmembership.examples.benchmarks;

/**
 * How much data there is.
 *
 * @param accounts that sales are recorded for, of each side
 * @param lots of the account that has many
 * @param registered customers when somebody registers, of both sides together
 * @param entries of the account that has most; another has a hundredth of them
 * @param customers duplicates are looked for among
 */
record Sizes(int accounts, int lots, int registered, int entries, int customers) {
    /** What the floors are meant for, but for the customers: a million of them take minutes to write. */
    static final Sizes USUAL = new Sizes(2_000, 1_000, 10_000, 100_000, 10_000);

    Sizes among(int others) {
        return new Sizes(accounts, lots, registered, entries, others);
    }
}
