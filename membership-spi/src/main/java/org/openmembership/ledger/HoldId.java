package org.openmembership.ledger;

import org.openmembership.account.AccountId;
import org.openmembership.shared.ExternalKey;

/**
 * The name of a hold: the account, and the key under which the hold was asked for, so that whoever asked knows it even if
 * the answer was lost.
 */
public record HoldId(AccountId account, ExternalKey key) implements Comparable<HoldId> {
    @Override
    public int compareTo(HoldId other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return account + "/" + key;
    }
}
