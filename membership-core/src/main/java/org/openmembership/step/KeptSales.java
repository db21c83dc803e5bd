package org.openmembership.step;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/** Posts the sales that were kept for a member who was not active yet, at their own time (R5). */
public final class KeptSales {
    private static final int PAGE = 500;

    private final MemberId member;
    private final Stores stores;
    private final SaleJournal journal;
    private final Set<AccountId> accounts = new TreeSet<>();

    private KeptSales(MemberId member, SaleJournal journal, Stores stores) {
        this.member = member;
        this.journal = journal;
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
     * @return how many were posted
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

    /** Money that would become points and cannot any more stays money (B50): the goods have been paid back long ago. */
    private LinkedReturns returns(Purchase purchase, Set<ExternalKey> undecided) {
        LinkedReturns found = LinkedReturns.gather(purchase, undecided, journal.clubs(), stores);
        return found.with(Refund.of(purchase, accounts, found, journal).refund());
    }

    private void post(List<KeptPurchase> waiting) {
        Set<ExternalKey> undecided = new HashSet<>();
        waiting.forEach(kept -> undecided.add(kept.purchase().key()));
        for (KeptPurchase kept : waiting) {
            Purchase purchase = kept.purchase();
            if (LinkedReturns.has(purchase)) {
                journal.writeBeforeReading();
            }
            LinkedReturns returns = returns(purchase, undecided);
            PointEntry.Scene scene = new PointEntry.Scene(
                    member,
                    purchase.buyer().card(),
                    purchase.place().store(),
                    purchase.place().till());
            accounts.forEach(account ->
                    journal.post(journal.plan(purchase, account, true, returns), purchase, kept.fingerprint(), scene));
            undecided.remove(purchase.key());
        }
        journal.writeBeforeReading();
        waiting.forEach(kept -> stores.purchases().assign(kept.id(), new KeptPurchase.Owner(member, false)));
    }
}
