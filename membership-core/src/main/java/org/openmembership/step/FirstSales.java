package org.openmembership.step;

import java.util.HashSet;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.storage.Stores;

/** Which accounts have had no sale that earned anything, in this unit of work or before (D24). Not thread-safe. */
final class FirstSales {
    private final Stores stores;
    private final Set<AccountId> earning = new HashSet<>();

    FirstSales(Stores stores) {
        this.stores = stores;
    }

    /** @param account locked */
    boolean isNext(MemberAccount account) {
        return !earning.contains(account.id()) && !stores.ledger().hasSale(account.id());
    }

    void earned(AccountId account) {
        earning.add(account);
    }
}
