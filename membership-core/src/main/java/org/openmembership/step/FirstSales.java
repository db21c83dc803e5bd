package org.openmembership.step;

import java.util.HashSet;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EntryId;
import org.openmembership.storage.Stores;

/**
 * Which accounts have nothing of any sale that earned, in this unit of work or before: the next one that earns is the first one
 * (D24). Not thread-safe.
 */
final class FirstSales {
    private final Stores stores;
    private final Set<AccountId> earning = new HashSet<>();
    private final Set<EntryId> undone = new HashSet<>();

    FirstSales(Stores stores) {
        this.stores = stores;
    }

    /**
     * @param account locked
     * @param coming entries of which nothing will be left with the sale itself
     */
    boolean isNext(AccountId account, Set<EntryId> coming) {
        Set<EntryId> without = new HashSet<>(undone);
        without.addAll(coming);
        return !earning.contains(account) && !stores.ledger().hasSale(account, without);
    }

    /** What a sale did that is not written yet. */
    void heed(AccountId account, SalePosting posted) {
        undone.addAll(posted.undone());
        if (posted.earning().isGiving()) {
            earning.add(account);
        }
    }

    /** From now on the storage knows. */
    void written() {
        earning.clear();
        undone.clear();
    }
}
