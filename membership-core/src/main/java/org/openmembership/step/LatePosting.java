package org.openmembership.step;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * How a sale that was kept is posted later, at its own time: one that waited for its member (R5), and one that a club defers
 * (A59).
 */
record LatePosting(SaleJournal journal, Stores stores) {
    /**
     * What comes back with a kept sale, as it stands now. Money that would become points and cannot any more stays money (B50):
     * the goods have been paid back long ago.
     *
     * @param accounts locked
     * @param undecided kept returns that have taken nothing back yet
     */
    LinkedReturns returns(Purchase purchase, Set<AccountId> accounts, Set<ExternalKey> undecided) {
        if (LinkedReturns.has(purchase)) {
            journal.writeBeforeReading();
        }
        LinkedReturns found = LinkedReturns.gather(purchase, undecided, journal.clubs(), stores);
        return found.with(Refund.of(purchase, accounts, found, journal).refund());
    }

    static PointEntry.Scene scene(Purchase purchase, @Nullable MemberId member) {
        return new PointEntry.Scene(
                member,
                purchase.buyer().card(),
                purchase.place().store(),
                purchase.place().till());
    }

    /** Posts it to an account, unless it has still to wait. */
    void settle(KeptPurchase kept, AccountId account, @Nullable MemberId member, LinkedReturns returns) {
        PointEntry.Scene scene = scene(kept.purchase(), member);
        new Deferring(journal, kept, scene, returns, false)
                .settle(journal.plan(kept.purchase(), account, true, returns));
    }
}
