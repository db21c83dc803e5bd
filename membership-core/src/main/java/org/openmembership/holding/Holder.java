package org.openmembership.holding;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.command.Situation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.storage.Stores;

/**
 * A hold with the locked account that has its points: the one it is named after, until a merge takes it to another (R16).
 *
 * @param hold as it is now, and stays until the unit of work ends
 */
record Holder(Hold hold, AccountLedger ledger) {
    /** The accounts that ending a hold concerns. */
    static SortedSet<AccountId> accounts(HoldId id, Stores stores) {
        SortedSet<AccountId> accounts = new TreeSet<>(Set.of(id.account()));
        Hold hold = stores.ledger().find(id).orElse(null);
        if (hold != null) {
            accounts.add(hold.account());
        }
        return accounts;
    }

    /** Empty if there is no such hold. */
    static Optional<Holder> of(HoldId id, Situation situation) {
        return situation.stores().ledger().find(id).map(hold -> new Holder(hold, situation.ledger(hold.account())));
    }
}
