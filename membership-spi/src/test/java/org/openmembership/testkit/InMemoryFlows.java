package org.openmembership.testkit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.FlowStore;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.PointFlow.Total;
import org.openmembership.flow.Scope;
import org.openmembership.flow.Spend;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;

final class InMemoryFlows implements FlowStore {
    private final InMemoryAccounts accounts;
    private final InMemoryEntries entries;
    private final InMemoryLots lots;
    private final InMemoryHolds holds;
    private final InMemoryPurchases purchases;
    private final InMemoryIdentities identities;

    InMemoryFlows(State state) {
        accounts = new InMemoryAccounts(state);
        entries = new InMemoryEntries(state);
        lots = new InMemoryLots(state);
        holds = new InMemoryHolds(state);
        purchases = new InMemoryPurchases(state);
        identities = new InMemoryIdentities(state);
    }

    @Override
    public List<PointFlow> flows(Scope scope, Instant from, Instant to) {
        Map<Place, Total> totals = recordedIn(scope)
                .flatMap(entries::of)
                .filter(entry -> isWithin(entry.recordedAt(), from, to))
                .collect(
                        groupingBy(this::place, TreeMap::new, reducing(Total.NONE, InMemoryFlows::total, Total::plus)));
        return totals.entrySet().stream()
                .map(sum -> new PointFlow(
                        sum.getKey().scheme(), sum.getKey().kind(), sum.getKey().flow(), sum.getValue()))
                .toList();
    }

    private record Place(SchemeId scheme, PointKind kind, Flow flow) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return comparing(Place::scheme)
                    .thenComparing(Place::kind)
                    .thenComparing(Place::flow)
                    .compare(this, other);
        }
    }

    private Place place(PointEntry entry) {
        EntryKind undone = entry.kind() == EntryKind.REVERSAL
                ? entry.related().flatMap(entries::find).map(PointEntry::kind).orElse(null)
                : null;
        return new Place(entry.cause().basis().scheme(), entry.cause().pointKind(), Flow.of(entry.kind(), undone));
    }

    private static Total total(PointEntry entry) {
        BigDecimal value = entry.value().getAmount();
        return new Total(1, entry.points(), entry.points().isNegative() ? value.negate() : value);
    }

    @Override
    public List<Outstanding> openAt(Scope scope, Instant at) {
        Map<Instant, Points> byLapse = new TreeMap<>();
        in(scope)
                .forEach(account -> lastSeq(account, at)
                        .forEach(seq -> lots.asOf(account.id(), seq)
                                .forEach(lot -> byLapse.merge(lot.life().lapsesAt(), lot.remaining(), Points::plus))));
        return byLapse.entrySet().stream()
                .map(open -> new Outstanding(open.getKey(), open.getValue()))
                .toList();
    }

    private Stream<Long> lastSeq(MemberAccount account, Instant at) {
        return entries
                .lastAt(account.id(), at.minusNanos(1_000))
                .map(entry -> entry.id().seq())
                .stream();
    }

    @Override
    public Points debtAt(Scope scope, Instant at) {
        return in(scope)
                .flatMap(account -> entries.of(account.id()))
                .filter(entry -> entry.recordedAt().isBefore(at))
                .flatMap(entry -> lots.allocations(Set.of(entry.id())).stream())
                .filter(allocation -> allocation.purpose().concernsDebt())
                .map(Allocation::effect)
                .reduce(Points.ZERO, Points::minus);
    }

    @Override
    public Map<SchemeId, Holdings> holdings(Scope scope, Instant at, Instant expiringBefore) {
        return in(scope)
                .collect(groupingBy(
                        MemberAccount::scheme,
                        TreeMap::new,
                        reducing(Holdings.NONE, account -> holdings(account, at, expiringBefore), Holdings::plus)));
    }

    private Holdings holdings(MemberAccount account, Instant at, Instant expiringBefore) {
        Map<LotId, Points> held = Hold.byLot(holds.inForce(Set.of(account.id()), at));
        Holdings sum = Holdings.of(1, account.head().booked(), account.head().debt());
        for (Lot lot : lots.open(account.id()).toList()) {
            boolean lapsed = lot.life().isLapsed(at);
            boolean expires = !lapsed && lot.life().lapsesAt().isBefore(expiringBefore);
            sum = sum.plus(new Holdings(
                    0,
                    Points.ZERO,
                    Points.ZERO,
                    lot.remaining(),
                    !lapsed && lot.life().isPending(at) ? lot.remaining() : Points.ZERO,
                    lapsed ? lot.remaining() : Points.ZERO,
                    lapsed ? Points.ZERO : held.getOrDefault(lot.id(), Points.ZERO),
                    expires ? lot.remaining() : Points.ZERO));
        }
        return sum;
    }

    @Override
    public Map<SchemeId, Spend> spend(Scope scope, CurrencyUnit currency, Instant from, Instant to) {
        return in(scope)
                .collect(groupingBy(
                        MemberAccount::scheme,
                        TreeMap::new,
                        reducing(
                                Spend.NONE,
                                account -> isCounted(account, scope) ? spend(account, currency, from, to) : Spend.NONE,
                                Spend::plus)));
    }

    /** What a closed account's member bought is that of whoever has its points, in the sums of a club. */
    private boolean isCounted(MemberAccount account, Scope scope) {
        return scope instanceof Scope.OfAccount
                || accounts.successors(Set.of(account.id())).isEmpty();
    }

    private Spend spend(MemberAccount account, CurrencyUnit currency, Instant from, Instant to) {
        return identities
                .sharing(account.id())
                .flatMap(member -> purchases.of(member, Instant.EPOCH, to))
                .map(purchase -> !purchase.purchasedAt().isBefore(from)
                                && purchase.currency().equals(currency)
                        ? new Spend(1, total(purchase), purchase.purchasedAt())
                        : new Spend(0, BigDecimal.ZERO, purchase.purchasedAt()))
                .reduce(Spend.NONE, Spend::plus);
    }

    private static BigDecimal total(Purchase purchase) {
        return purchase.total().getAmount();
    }

    /** Of one account, with all whose points it has. */
    private Stream<AccountId> recordedIn(Scope scope) {
        return scope instanceof Scope.OfAccount one
                ? identities.held(one.account()).stream()
                : in(scope).map(MemberAccount::id);
    }

    private Stream<MemberAccount> in(Scope scope) {
        if (scope instanceof Scope.OfClub club) {
            return accounts.ofClub(club.club(), null);
        }
        return accounts.find(((Scope.OfAccount) scope).account()).stream();
    }

    private static boolean isWithin(Instant instant, Instant from, Instant to) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
