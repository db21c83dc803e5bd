package org.openmembership.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.LedgerStore.Redeemed;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.shared.Points;

/** Sums over accounts and clubs. */
final class InMemoryTotals {
    private static final Set<EntryKind> EARNING = EnumSet.of(EntryKind.SALE, EntryKind.POSITIVE_ADJUSTMENT);

    private final InMemoryAccounts accounts;
    private final InMemoryPurchases purchases;
    private final InMemoryEntries entries;
    private final InMemoryLots lots;
    private final InMemoryIdentities identities;

    InMemoryTotals(State state) {
        accounts = new InMemoryAccounts(state);
        purchases = new InMemoryPurchases(state);
        entries = new InMemoryEntries(state);
        lots = new InMemoryLots(state);
        identities = new InMemoryIdentities(state);
    }

    Redeemed redeemed(AccountId account, Instant from) {
        long times = 0;
        Points points = Points.ZERO;
        for (PointEntry entry : held(account).toList()) {
            boolean redeemed = isRedemption(entry, from);
            boolean givenBack = entry.kind() == EntryKind.REVERSAL
                    && entry.related()
                            .flatMap(entries::find)
                            .filter(undone -> isRedemption(undone, from))
                            .isPresent();
            times += redeemed ? 1 : 0;
            points = redeemed || givenBack ? points.minus(entry.points()) : points;
        }
        return new Redeemed(times, points);
    }

    /** The entries of an account, and those of all whose points it has. */
    Stream<PointEntry> held(AccountId account) {
        return identities.held(account).stream().flatMap(entries::of);
    }

    private static boolean isRedemption(PointEntry entry, Instant from) {
        return entry.kind() == EntryKind.REDEMPTION && !entry.recordedAt().isBefore(from);
    }

    Map<EntryKind, Points> of(AccountId account, Instant from, Instant to) {
        Map<EntryKind, Points> totals = new EnumMap<>(EntryKind.class);
        held(account)
                .filter(entry -> isWithin(entry.recordedAt(), from, to))
                .forEach(entry -> totals.merge(entry.kind(), entry.points(), Points::plus));
        return totals;
    }

    Map<EntryKind, ClubTotal> of(ClubId club) {
        Map<EntryKind, ClubTotal> totals = new EnumMap<>(EntryKind.class);
        ofClub(club).flatMap(entries::of).forEach(entry -> {
            ClubTotal one = new ClubTotal(1, entry.points(), value(entry));
            totals.merge(entry.kind(), one, InMemoryTotals::sum);
        });
        return totals;
    }

    List<Outstanding> outstanding(ClubId club) {
        Map<Instant, Points> byLapse = new TreeMap<>();
        ofClub(club).flatMap(lots::open).forEach(lot -> byLapse.merge(lapse(lot), lot.remaining(), Points::plus));
        return byLapse.entrySet().stream()
                .map(open -> new Outstanding(open.getKey(), open.getValue()))
                .toList();
    }

    Map<AccountId, BigDecimal> measures(
            ReviewTerms.Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches) {
        Map<AccountId, BigDecimal> measures = new TreeMap<>();
        stretches.forEach((account, stretch) -> measures.put(
                account,
                measure == ReviewTerms.Measure.AWARD_POINTS
                        ? awardPoints(account, stretch.from(), stretch.to()).toBigDecimal()
                        : measure(measure, spent(account, currency, stretch.from(), stretch.to()))));
        return measures;
    }

    Map<AccountId, Instant> lastPurchases(Set<AccountId> wanted) {
        Map<AccountId, Instant> last = new TreeMap<>();
        for (AccountId account : wanted) {
            identities
                    .sharing(account)
                    .flatMap(member -> purchases.of(member, Instant.MIN, Instant.MAX))
                    .filter(purchase -> !purchases.isUnposted(purchase.key(), account))
                    .filter(purchase -> purchase.lines().stream()
                                    .map(line -> line.amount().getAmount())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .signum()
                            > 0)
                    .map(Purchase::purchasedAt)
                    .max(Comparator.naturalOrder())
                    .ifPresent(at -> last.put(account, at));
        }
        return last;
    }

    private static BigDecimal measure(ReviewTerms.Measure measure, Stream<BigDecimal> spent) {
        return switch (measure) {
            case SPEND, AWARD_POINTS -> spent.reduce(BigDecimal.ZERO, BigDecimal::add);
            case SINGLE_SPEND -> spent.reduce(BigDecimal.ZERO, BigDecimal::max);
            case VISITS ->
                BigDecimal.valueOf(spent.filter(amount -> amount.signum() > 0).count());
        };
    }

    private Points awardPoints(AccountId account, Instant from, Instant to) {
        return held(account)
                .filter(entry -> isWithin(entry.occurredAt(), from, to))
                .filter(entry -> entry.cause().pointKind() == PointKind.AWARD)
                .filter(this::isEarning)
                .map(PointEntry::points)
                .reduce(Points.ZERO, Points::plus);
    }

    /** An entry that earns, or undoes one that did. */
    private boolean isEarning(PointEntry entry) {
        if (entry.kind() != EntryKind.REVERSAL) {
            return EARNING.contains(entry.kind());
        }
        return entry.related()
                .flatMap(entries::find)
                .filter(undone -> EARNING.contains(undone.kind()))
                .isPresent();
    }

    /** What was spent in each purchase and not brought back since. */
    private Stream<BigDecimal> spent(AccountId account, CurrencyUnit currency, Instant from, Instant to) {
        return identities
                .sharing(account)
                .flatMap(member -> purchases.of(member, from, to))
                .filter(purchase -> purchase.currency().equals(currency))
                .filter(purchase -> !purchases.isUnposted(purchase.key(), account))
                .map(purchase -> net(purchase, account));
    }

    private BigDecimal net(Purchase purchase, AccountId account) {
        Stream<BigMoney> sold = purchase.lines().stream()
                .filter(line -> line.returnOf() == null)
                .map(PurchaseLine::amount);
        Stream<BigMoney> back = purchases.returnsOf(List.of(purchase.key())).stream()
                .filter(line -> !purchases.isUnposted(line.purchase(), account))
                .map(ReturnedLine::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(purchase.currency()));
        return Stream.concat(sold, back).map(BigMoney::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<AccountId> ofClub(ClubId club) {
        return accounts.ofClub(club, null).map(MemberAccount::id);
    }

    private static Instant lapse(Lot lot) {
        return lot.life().lapsesAt();
    }

    private static BigDecimal value(PointEntry entry) {
        BigDecimal value = entry.value().getAmount();
        return entry.points().isNegative() ? value.negate() : value;
    }

    private static ClubTotal sum(ClubTotal one, ClubTotal other) {
        return new ClubTotal(
                one.entries() + other.entries(),
                one.points().plus(other.points()),
                one.value().add(other.value()));
    }

    private static boolean isWithin(Instant instant, Instant from, Instant to) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
