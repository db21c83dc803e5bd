package org.openmembership.step;

import java.util.HashSet;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.Eligibility;
import org.openmembership.storage.Stores;

/** Which accounts earn and use points in clubs that want somebody registered (D23). Not thread-safe. */
public final class Eligible {
    private final Stores stores;
    private final Set<AccountId> asked = new HashSet<>();
    private final Set<AccountId> registered = new HashSet<>();

    Eligible(Stores stores) {
        this.stores = stores;
    }

    /** Whether one account does; asks only where the club wants somebody registered. */
    public static boolean is(MemberAccount account, Club club, Stores stores) {
        return new Eligible(stores).is(account, club, Set.of(account.id()));
    }

    /** @param all accounts that may be asked about, so that one question is enough for them */
    boolean is(MemberAccount account, Club club, Set<AccountId> all) {
        if (club.accounts().eligibility() == Eligibility.EVERYBODY) {
            return true;
        }
        if (asked.addAll(all)) {
            registered.addAll(stores.accounts().registered(all));
        }
        return registered.contains(account.id());
    }
}
