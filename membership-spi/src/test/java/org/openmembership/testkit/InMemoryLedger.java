package org.openmembership.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.OpenedSales;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;

/** One door to what entries, lots, gatherings and totals each do in a class of their own. */
final class InMemoryLedger implements LedgerStore {
    private final InMemoryGathering gathering;
    private final InMemoryLots lots;
    private final InMemoryHolds holds;
    private final InMemoryEntries entries;
    private final InMemoryTotals totals;
    private final InMemoryAccounts accounts;

    InMemoryLedger(State state) {
        gathering = new InMemoryGathering(state);
        lots = new InMemoryLots(state);
        holds = new InMemoryHolds(state);
        entries = new InMemoryEntries(state);
        totals = new InMemoryTotals(state);
        accounts = new InMemoryAccounts(state);
    }

    @Override
    public OpenedLedgers open(LedgerRequest request) {
        return gathering.open(request);
    }

    @Override
    public OpenedSales openSales(SaleRequest request) {
        return gathering.openSales(request);
    }

    @Override
    public OpenLots lots(AccountId account, Cover cover) {
        return lots.covering(account, cover);
    }

    @Override
    public Map<AccountId, LotSummary> summaries(Set<AccountId> ids, Instant at) {
        return lots.summaries(ids, at);
    }

    @Override
    public List<Hold> holds(Set<AccountId> ids, Instant at) {
        return holds.inForce(ids, at);
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return holds.find(id);
    }

    @Override
    public List<Lot> lots(Collection<LotId> ids) {
        return lots.named(ids);
    }

    @Override
    public List<Lot> openLots(Set<AccountId> ids) {
        return ids.stream().sorted().flatMap(lots::open).toList();
    }

    @Override
    public Map<LotId, LotId> descendants(Collection<LotId> ids) {
        return lots.descendants(ids);
    }

    @Override
    public List<Lot> lotsOpenedBy(Collection<EntryId> ids) {
        return lots.openedBy(ids);
    }

    @Override
    public List<Lot> lotsAsOf(AccountId account, long seq) {
        return lots.asOf(account, seq);
    }

    @Override
    public void append(List<Posting> postings, List<EarnedLine> lines) {
        for (Posting posting : postings) {
            if (!posting.isEmpty()) {
                accounts.post(posting.account(), posting.account().head());
                entries.add(posting.entries());
                lots.write(posting);
            }
        }
        entries.addLines(lines);
    }

    @Override
    public Optional<PointEntry> find(EntryId id) {
        return entries.find(id);
    }

    @Override
    public boolean hasSale(AccountId account, Set<EntryId> without) {
        return totals.held(account)
                .filter(entry -> entry.kind() == EntryKind.SALE && !without.contains(entry.id()))
                .anyMatch(entry -> entries.reversalsOf(List.of(entry.id())).stream()
                        .map(PointEntry::points)
                        .reduce(entry.points(), Points::plus)
                        .isPositive());
    }

    @Override
    public List<PointEntry> entries(AccountId account, long firstSeq, long lastSeq) {
        return entries.between(account, firstSeq, lastSeq);
    }

    @Override
    public List<PointEntry> entriesOf(Set<AccountId> ids, Set<Operation> operations, Set<ExternalKey> keys) {
        return ids.stream()
                .sorted()
                .flatMap(entries::of)
                .filter(entry -> operations.contains(
                                entry.cause().origin().command().operation())
                        && keys.contains(entry.cause().origin().command().key()))
                .toList();
    }

    @Override
    public Page<PointEntry> history(AccountId account, Page.Request page) {
        return entries.history(account, page);
    }

    @Override
    public Optional<PointEntry> lastAt(AccountId account, Instant at) {
        return entries.lastAt(account, at);
    }

    @Override
    public List<PointEntry> reversalsOf(Collection<EntryId> ids) {
        return entries.reversalsOf(ids);
    }

    @Override
    public List<Allocation> allocations(Collection<EntryId> ids) {
        return lots.allocations(ids);
    }

    @Override
    public List<Allocation> allocationsOf(Collection<LotId> ids) {
        return lots.allocationsOf(ids);
    }

    @Override
    public List<EarnedLine> earnedLines(Collection<ExternalKey> purchases) {
        return entries.earnedLines(purchases);
    }

    @Override
    public List<AccountId> due(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return accounts.ofClub(club, after)
                .map(MemberAccount::id)
                .filter(account -> lots.due(account, at).findAny().isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<AccountId> stale(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return accounts.ofClub(club, after)
                .filter(account -> !account.head().answersAt(at))
                .map(MemberAccount::id)
                .limit(limit)
                .toList();
    }

    @Override
    public void refresh(List<MemberAccount> looked) {
        looked.forEach(account -> accounts.post(account, account.head()));
    }

    @Override
    public List<Lot> lapsed(Set<AccountId> ids, Instant at) {
        return lots.lapsed(ids, at);
    }

    @Override
    public Redeemed redeemed(AccountId account, Instant from) {
        return totals.redeemed(account, from);
    }

    @Override
    public Map<EntryKind, Points> totals(AccountId account, Instant from, Instant to) {
        return totals.of(account, from, to);
    }

    @Override
    public Map<EntryKind, ClubTotal> totals(ClubId club) {
        return totals.of(club);
    }

    @Override
    public List<Outstanding> outstanding(ClubId club) {
        return totals.outstanding(club);
    }

    @Override
    public Map<AccountId, BigDecimal> measures(
            ReviewTerms.Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches) {
        return totals.measures(measure, currency, stretches);
    }

    @Override
    public Map<AccountId, Instant> lastPurchases(Set<AccountId> accounts) {
        return totals.lastPurchases(accounts);
    }
}
