package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Posts a page of sales that waited for their time, each to its account at its own time (A59, B55, R28).
 *
 * <p>Locks their accounts, looks which of them wait still, and posts these in their order; a return is passed over while a sale
 * waits of which it brings lines back.
 */
public final class DueSales {
    private final SaleJournal journal;
    private final LatePosting late;
    private final Instant now;
    private final boolean recruiting;
    private final Stores stores;
    private final Set<ExternalKey> undecided = new HashSet<>();
    private final Map<ExternalKey, KeptPurchase> purchases = new HashMap<>();
    private final Map<MemberId, MemberId> survivors = new HashMap<>();
    private Sum sum = Sum.NOTHING;

    /** @param recruiting whether envoys get their share of what is posted */
    public DueSales(SaleJournal journal, boolean recruiting, Stores stores) {
        this.journal = journal;
        this.late = new LatePosting(journal, stores);
        this.now = journal.now();
        this.recruiting = recruiting;
        this.stores = stores;
    }

    /**
     * What a page came to.
     *
     * @param posted sales, counted once for each account
     * @param points all of them together
     * @param passedOver how many wait on, for another sale or because their account is another one since
     */
    public record Sum(long posted, Points points, long passedOver) {
        public static final Sum NOTHING = new Sum(0, Points.ZERO, 0);

        public Sum plus(Sum other) {
            return new Sum(posted + other.posted, points.plus(other.points), passedOver + other.passedOver);
        }
    }

    public Sum post(List<WaitingSale> page) {
        Set<AccountId> holders = new TreeSet<>();
        page.forEach(sale -> holders.add(sale.holder()));
        journal.lock(holders);
        List<WaitingSale> due = gather(page, holders);
        expectBuyers(due);
        for (WaitingSale sale : due) {
            post(sale, requireNonNull(purchases.get(sale.name().sale())));
        }
        journal.write();
        return sum;
    }

    /** Those of the page that wait still, now that nobody else can post to their accounts. */
    private List<WaitingSale> gather(List<WaitingSale> page, Set<AccountId> holders) {
        Set<ExternalKey> keys = new HashSet<>();
        page.forEach(sale -> keys.add(sale.name().sale()));
        Map<WaitingSale.Name, WaitingSale> fresh = new HashMap<>();
        stores.waitingSales().of(keys).forEach(sale -> fresh.put(sale.name(), sale));
        stores.waitingSales()
                .heldBy(holders)
                .forEach(sale -> undecided.add(sale.name().sale()));
        stores.purchases()
                .findAll(keys)
                .forEach(kept -> purchases.put(kept.purchase().key(), kept));
        List<WaitingSale> due = new ArrayList<>();
        for (WaitingSale sale : page) {
            WaitingSale still = requireNonNull(fresh.get(sale.name()));
            if (still.isDue(now) && holders.contains(still.holder())) {
                due.add(still);
            } else if (still.isDue(now)) {
                sum = sum.plus(new Sum(0, Points.ZERO, 1));
            }
        }
        return due;
    }

    /** Who was merged away meanwhile buys as the member they are now, whose tie to an envoy counts (R16, R56). */
    private void expectBuyers(List<WaitingSale> due) {
        Set<MemberId> buyers = new HashSet<>();
        for (WaitingSale sale : due) {
            MemberId buyer =
                    requireNonNull(purchases.get(sale.name().sale())).member().member();
            if (sale.effect().buys() && buyer != null) {
                buyers.add(buyer);
            }
        }
        survivors.putAll(stores.merges().memberSurvivors(buyers));
        if (recruiting && !buyers.isEmpty()) {
            journal.expectRecruits(buyers.stream().map(this::survivor).collect(Collectors.toSet()));
        }
    }

    private MemberId survivor(MemberId member) {
        return survivors.getOrDefault(member, member);
    }

    private void post(WaitingSale sale, KeptPurchase kept) {
        AccountId account = sale.holder();
        LinkedReturns returns = late.returns(kept.purchase(), Set.of(account), undecided);
        if (!returns.of(account).waiting().isEmpty()) {
            sum = sum.plus(new Sum(0, Points.ZERO, 1));
            return;
        }
        MemberId buyer = kept.member().member();
        MemberId member = buyer == null ? null : survivor(buyer);
        SaleJournal.Planned plan =
                journal.plan(kept.purchase(), account, sale.effect().buys(), returns);
        SaleJournal.Posted posted =
                journal.post(plan, kept.purchase(), kept.fingerprint(), LatePosting.scene(kept.purchase(), member));
        journal.ended(sale.ended(WaitingSale.State.POSTED));
        undecided.remove(kept.purchase().key());
        takeOver(sale, kept, journal.account(account));
        sum = sum.plus(new Sum(1, points(posted), 0));
    }

    /** What was bought with a card that had nobody then belongs to whoever has taken it over since. */
    private void takeOver(WaitingSale sale, KeptPurchase kept, MemberAccount account) {
        if (sale.effect().buys() && kept.member().member() == null) {
            stores.accounts()
                    .bringer(sale.name().account())
                    .or(() -> Optional.ofNullable(account.owner().mainMember()))
                    .ifPresent(buyer -> stores.purchases().assign(kept.id(), new KeptPurchase.Owner(buyer, false)));
        }
    }

    private static Points points(SaleJournal.Posted posted) {
        return posted.entries().stream().map(PointEntry::points).reduce(Points.ZERO, Points::plus);
    }
}
