package org.openmembership.ledger;

/**
 * The name of a lot: the entry that opened it, and its number there.
 *
 * @param number from 1
 */
public record LotId(EntryId entry, int number) implements Comparable<LotId> {
    @Override
    public int compareTo(LotId other) {
        int byEntry = entry.compareTo(other.entry);
        return byEntry != 0 ? byEntry : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return entry + "." + number;
    }
}
