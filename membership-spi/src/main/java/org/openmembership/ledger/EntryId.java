package org.openmembership.ledger;

import org.openmembership.account.AccountId;

/**
 * The name of a point entry: its account, and its number there.
 *
 * @param seq from 1, without gaps (I24)
 */
public record EntryId(AccountId account, long seq) implements Comparable<EntryId> {
    public EntryId {
        if (seq < 1) {
            throw new IllegalArgumentException("entries are numbered from 1, not " + seq);
        }
    }

    @Override
    public int compareTo(EntryId other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return account + "#" + seq;
    }
}
