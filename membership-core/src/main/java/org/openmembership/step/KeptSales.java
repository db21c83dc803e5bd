package org.openmembership.step;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * Posts the sales that were kept for a member who was not active yet, at their own time (R5). That is before anybody recruited
 * the member, so that no envoy has a share in them (R56).
 */
public final class KeptSales {
    private static final int PAGE = 500;

    private final MemberId member;
    private final Stores stores;
    private final SaleJournal journal;
    private final LatePosting late;
    private final Set<AccountId> accounts = new TreeSet<>();

    private KeptSales(MemberId member, SaleJournal journal, Stores stores) {
        this.member = member;
        this.journal = journal;
        this.late = new LatePosting(journal, stores);
        this.stores = stores;
        for (MemberAccount account : stores.accounts().of(member)) {
            accounts.add(account.id());
        }
    }

    /**
     * Posts all sales that wait for {@code member} to the accounts it has now; to be called when an active member has
     * got an account, or a member with accounts has become active.
     *
     * <p>Each sale waits once: an account opened later gets none of them. Without an account they go on waiting.
     *
     * <p>In a club that defers them they wait on, until their delay is over (A59).
     *
     * @return how many were posted or wait on
     */
    public static int post(
            MemberId member, Actor actor, Instant now, PublishedClubs clubs, Stores stores, Facts facts) {
        return new KeptSales(member, new SaleJournal(clubs, actor, now, stores, facts), stores).run();
    }

    private int run() {
        if (accounts.isEmpty()) {
            return 0;
        }
        int posted = 0;
        List<KeptPurchase> waiting = stores.purchases().awaiting(member, null, PAGE);
        while (!waiting.isEmpty()) {
            journal.lock(accounts);
            post(waiting);
            posted += waiting.size();
            PurchaseId last = waiting.get(waiting.size() - 1).id();
            waiting = waiting.size() < PAGE ? List.of() : stores.purchases().awaiting(member, last, PAGE);
        }
        return posted;
    }

    private void post(List<KeptPurchase> waiting) {
        Set<ExternalKey> undecided = new HashSet<>();
        waiting.forEach(kept -> undecided.add(kept.purchase().key()));
        for (KeptPurchase kept : waiting) {
            LinkedReturns returns = late.returns(kept.purchase(), accounts, undecided);
            accounts.forEach(account -> late.settle(kept, account, member, returns));
            undecided.remove(kept.purchase().key());
        }
        journal.writeBeforeReading();
        waiting.forEach(kept -> stores.purchases().assign(kept.id(), new KeptPurchase.Owner(member, false)));
    }
}
