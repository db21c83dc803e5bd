package org.openmembership.ledger;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.CommandKey;

/**
 * What a keyed command needs before it decides.
 *
 * @param keys commands that may be recorded already
 * @param accounts to lock
 * @param cover which lots of each account to read, null for none
 */
public record LedgerRequest(
        List<CommandKey> keys,
        SortedSet<AccountId> accounts,
        @Nullable Cover cover) {
    public LedgerRequest {
        keys = List.copyOf(keys);
    }
}
