package org.openmembership.sale;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.OpenedSales.Shopper;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Deferring;
import org.openmembership.step.Facts;
import org.openmembership.step.LinkedReturns;
import org.openmembership.step.Refund;
import org.openmembership.step.SaleJournal;
import org.openmembership.storage.Stores;

/** The sales of one call, in one unit of work: gathers for all of them once, decides one after the other, writes together. */
final class SaleBatch {
    private final Caller caller;
    private final Instant now;
    private final Stores stores;
    private final SaleJournal journal;
    private final Filling filling;
    private final OpenedSales opened;
    private final Strangers strangers;
    private final Map<ExternalKey, Fingerprint> kept;
    private final Set<CardNumber> firstUsed = new HashSet<>();

    SaleBatch(Caller caller, List<Purchase> purchases, Instant now, Stores stores, Facts facts) {
        this.caller = caller;
        this.now = now;
        this.stores = stores;
        this.journal = new SaleJournal(caller.clubs(), caller.actor(), now, stores, facts);
        this.filling = new Filling(caller.server());
        this.opened = stores.ledger().openSales(request(purchases));
        this.kept = new HashMap<>(opened.kept());
        this.strangers = Strangers.among(purchases, opened.shoppers().keySet(), caller.server(), stores);
        caller.clubs().refresh(opened.clubVersions(), stores);
        journal.open(opened.accounts());
        expectRecruits();
    }

    /** Asks for nothing where nobody is a recruit. */
    private void expectRecruits() {
        Set<MemberId> recruits = new HashSet<>();
        for (Shopper shopper : opened.shoppers().values()) {
            if (shopper.recruited() && shopper.member() != null) {
                recruits.add(shopper.member().member());
            }
        }
        if (!recruits.isEmpty() && caller.features().contains(Feature.ENVOYS)) {
            journal.expectRecruits(recruits);
        }
    }

    static List<SaleResult> record(Caller caller, List<Purchase> purchases, Instant now, Stores stores, Facts facts) {
        SaleBatch batch = new SaleBatch(caller, purchases, now, stores, facts);
        List<SaleResult> results = new ArrayList<>();
        for (Purchase purchase : purchases) {
            results.add(batch.decide(purchase, batch::record));
        }
        batch.journal.write();
        return results;
    }

    static SaleResult preview(Caller caller, Purchase purchase, Instant now, Stores stores) {
        SaleBatch batch = new SaleBatch(caller, List.of(purchase), now, stores, new Facts());
        return batch.decide(purchase, batch::preview);
    }

    private static SaleRequest request(List<Purchase> purchases) {
        Set<ExternalKey> keys = new HashSet<>();
        Set<Buyer> buyers = new HashSet<>();
        for (Purchase purchase : purchases) {
            keys.add(purchase.key());
            if (!purchase.buyer().isGuest()) {
                buyers.add(purchase.buyer());
            }
        }
        return new SaleRequest(keys, buyers);
    }

    /** A sale that can be posted, or the answer where it cannot. */
    record Judged(@Nullable SaleResult answer, @Nullable Sale sale) {
        private static Judged no(SaleResult answer) {
            return new Judged(answer, null);
        }
    }

    SaleJournal journal() {
        return journal;
    }

    private SaleResult decide(Purchase purchase, Function<Sale, SaleResult> ending) {
        Judged judged = judge(purchase);
        return judged.sale() == null ? requireNonNull(judged.answer()) : ending.apply(judged.sale());
    }

    Judged judge(Purchase said) {
        Fingerprint fingerprint = SaleContent.fingerprint(said);
        Fingerprint first = kept.get(said.key());
        if (first != null) {
            return Judged.no(answerAgain(said.key(), first.equals(fingerprint)));
        }
        return judge(filling.fill(said), fingerprint);
    }

    private Judged judge(Purchase purchase, Fingerprint fingerprint) {
        Shopper shopper =
                filling.isNobody(purchase.buyer()) ? null : opened.shoppers().get(purchase.buyer());
        Owner owner = shopper == null ? strangers.owner(purchase.buyer()) : owner(shopper);
        LinkedReturns returns = owner.awaiting() ? LinkedReturns.NONE : returns(purchase);
        if (!returns.unknown().isEmpty()) {
            return Judged.no(new SaleResult.UnknownOriginal(
                    purchase.key(), returns.unknown().get(0)));
        }
        SortedMap<ClubId, AccountId> accounts = accounts(owner, shopper);
        Set<AccountId> buying = Set.copyOf(accounts.values());
        Optional<AccountId> other = addReturning(accounts, purchase, returns);
        if (other.isPresent()) {
            return Judged.no(new SaleResult.OtherAccount(purchase.key(), other.get()));
        }
        Refund.Outcome refund = Refund.of(purchase, accounts.values(), returns, journal);
        if (refund.refusal() != null) {
            return Judged.no(SaleResult.RefundRefused.of(purchase.key(), refund.refusal()));
        }
        LinkedReturns back = returns.with(refund.refund());
        List<SaleJournal.Planned> plans = accounts.values().stream()
                .map(account -> journal.plan(purchase, account, buying.contains(account), back))
                .toList();
        Sale sale = new Sale(purchase, fingerprint, owner, accounts, plans, back);
        return refusal(sale).map(Judged::no).orElseGet(() -> new Judged(null, sale));
    }

    private SaleResult answerAgain(ExternalKey key, boolean same) {
        journal.writeBeforeReading();
        return same
                ? FirstAnswer.of(key, now, stores).orElseThrow()
                : new SaleResult.KeyReused(
                        key, stores.purchases().find(key).orElseThrow().recordedAt());
    }

    private static Owner owner(Shopper shopper) {
        MemberStanding standing = shopper.member();
        if (standing == null) {
            return Owner.NOBODY;
        }
        boolean willBeActive = !standing.isActive() && standing.status() != MemberStatus.CLOSED;
        return new Owner(standing.member(), willBeActive);
    }

    private LinkedReturns returns(Purchase purchase) {
        if (!LinkedReturns.has(purchase)) {
            return LinkedReturns.NONE;
        }
        journal.writeBeforeReading();
        LinkedReturns found = LinkedReturns.gather(purchase, Set.of(), caller.clubs(), stores);
        while (journal.lock(found.accounts())) {
            found = LinkedReturns.gather(purchase, Set.of(), caller.clubs(), stores);
        }
        return found;
    }

    private SortedMap<ClubId, AccountId> accounts(Owner owner, @Nullable Shopper shopper) {
        SortedMap<ClubId, AccountId> accounts = new TreeMap<>();
        if (shopper != null && !owner.awaiting()) {
            shopper.accounts().forEach(id -> accounts.put(journal.account(id).club(), id));
        }
        return accounts;
    }

    /**
     * Adds the accounts from which points are taken back, which earn nothing by that; where only returns are on the
     * receipt, they stand in for the buyer's.
     *
     * @return an account of a club in which another one is concerned as well
     */
    private Optional<AccountId> addReturning(
            SortedMap<ClubId, AccountId> accounts, Purchase purchase, LinkedReturns returns) {
        boolean onlyReturns = purchase.lines().stream().allMatch(line -> line.returnOf() != null);
        Map<ClubId, AccountId> returning = new HashMap<>();
        for (AccountId id : returns.accounts()) {
            ClubId club = journal.account(id).club();
            AccountId buying = onlyReturns ? null : accounts.get(club);
            AccountId before = returning.putIfAbsent(club, id);
            if (buying != null && !buying.equals(id) || before != null) {
                return Optional.of(id);
            }
        }
        accounts.putAll(returning);
        return Optional.empty();
    }

    private Optional<SaleResult> refusal(Sale sale) {
        List<ClubId> withoutRate = new ArrayList<>();
        for (AccountId id : sale.accountIds()) {
            Club club = journal.club(id, sale.purchase()).club();
            if (!isInTime(sale.purchase(), club.terms().earning().bounds())) {
                return Optional.of(new SaleResult.OutOfTime(
                        sale.key(), club.id(), sale.purchase().purchasedAt()));
            }
            if (sale.purchase().rateTo(club.place().currency()).isEmpty()) {
                withoutRate.add(club.id());
            }
        }
        if (!withoutRate.isEmpty() && withoutRate.size() == sale.accounts().size()) {
            return Optional.of(new SaleResult.RateMissing(sale.key(), withoutRate));
        }
        return shortage(sale);
    }

    /** What a return would take and is not there, in a club that refuses that. */
    Optional<SaleResult> shortage(Sale sale) {
        return sale.plans().stream()
                .flatMap(plan -> journal.shortage(plan).stream())
                .findFirst()
                .map(shortage -> new SaleResult.PointsSpent(
                        sale.key(), shortage.account(), shortage.asked(), shortage.available()));
    }

    private boolean isInTime(Purchase purchase, EarningTerms.Bounds bounds) {
        Duration age = Duration.between(purchase.purchasedAt(), now);
        return age.compareTo(bounds.maxLate()) <= 0 && age.negated().compareTo(bounds.maxEarly()) <= 0;
    }

    SaleResult record(Sale sale) {
        KeptPurchase keeping = keeping(sale);
        journal.keep(keeping);
        kept.put(sale.key(), sale.fingerprint());
        noteFirstUse(keeping.purchase());
        return new SaleResult.Recorded(keeping.id(), sale.owner(), settle(sale, keeping), false);
    }

    private KeptPurchase keeping(Sale sale) {
        Purchase purchase = SaleContent.withoutEmail(sale.purchase());
        return new KeptPurchase(PurchaseId.of(caller.ids().next()), purchase, sale.fingerprint(), sale.owner(), now);
    }

    private void noteFirstUse(Purchase purchase) {
        Shopper shopper = opened.shoppers().get(purchase.buyer());
        CardNumber card = shopper == null ? null : shopper.neverUsed();
        if (card != null && firstUsed.add(card)) {
            stores.cards().firstUsed(card, purchase.purchasedAt());
        }
    }

    /** What recording it would do: it is worked out in the journal, which is not written. */
    SaleResult.Previewed preview(Sale sale) {
        return new SaleResult.Previewed(sale.owner(), settle(sale, keeping(sale)));
    }

    private List<ClubPoints> settle(Sale sale, KeptPurchase keeping) {
        Deferring deferring = new Deferring(journal, keeping, sale.scene(), sale.returns(), true);
        return sale.plans().stream()
                .map(deferring::settle)
                .map(FirstAnswer::points)
                .toList();
    }
}
