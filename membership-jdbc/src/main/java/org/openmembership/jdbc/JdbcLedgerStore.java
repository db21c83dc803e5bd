package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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

/** The ledger: here is what it writes; what it can be asked is kept by subject. */
final class JdbcLedgerStore implements LedgerStore {
    private final JdbcUnit unit;
    private final Openings openings;
    private final LotQuestions lots;
    private final HoldQuestions holds;
    private final EntryQuestions entries;
    private final LedgerSums sums;

    JdbcLedgerStore(JdbcUnit unit) {
        this.unit = unit;
        this.openings = new Openings(unit);
        this.lots = new LotQuestions(unit);
        this.holds = new HoldQuestions(unit);
        this.entries = new EntryQuestions(unit);
        this.sums = new LedgerSums(unit);
    }

    @Override
    public void append(List<Posting> postings, List<EarnedLine> lines) {
        for (Posting posting : postings) {
            if (!posting.isEmpty()) {
                append(posting);
            }
        }
        Map<EntryId, Integer> positions = new HashMap<>();
        for (EarnedLine line : lines) {
            EarnedLineRow.add(unit, line, positions.merge(line.entry(), 1, Integer::sum));
        }
    }

    private void append(Posting posting) {
        posting.entries().forEach(entry -> EntryRow.add(unit, entry));
        posting.lots().opened().forEach(lot -> LotRow.add(unit, lot));
        posting.lots().came().forEach((lot, from) -> LotRow.descend(unit, lot, from));
        Map<EntryId, Integer> positions = new HashMap<>();
        for (Allocation allocation : posting.allocations()) {
            AllocationRow.add(unit, allocation, positions.merge(allocation.entry(), 1, Integer::sum));
        }
        posting.lots().changed().forEach(lot -> LotRow.change(unit, lot));
        posting.lots().keptAlive().forEach(lot -> LotRow.keepAlive(unit, lot));
        posting.holds().placed().forEach(hold -> HoldRow.add(unit, hold));
        posting.holds().ended().forEach(hold -> HoldRow.end(unit, hold));
        posting.holds().moved().forEach(hold -> HoldRow.move(unit, hold));
        AccountRow.changeHead(unit, posting.account());
    }

    @Override
    public OpenedLedgers open(LedgerRequest request) {
        return openings.open(request);
    }

    @Override
    public OpenedSales openSales(SaleRequest request) {
        return new SaleOpenings(unit).open(request);
    }

    @Override
    public OpenLots lots(AccountId account, Cover cover) {
        return lots.all(account, cover);
    }

    @Override
    public Map<AccountId, LotSummary> summaries(Set<AccountId> accounts, Instant at) {
        return lots.summaries(accounts, at);
    }

    @Override
    public List<Hold> holds(Set<AccountId> accounts, Instant at) {
        return holds.inForce(accounts, at);
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
    public List<Lot> openLots(Set<AccountId> accounts) {
        return lots.open(accounts);
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
    public Optional<PointEntry> find(EntryId id) {
        return entries.find(id);
    }

    @Override
    public boolean hasSale(AccountId account, Set<EntryId> without) {
        return entries.hasSale(account, without);
    }

    @Override
    public List<PointEntry> entries(AccountId account, long firstSeq, long lastSeq) {
        return entries.between(account, firstSeq, lastSeq);
    }

    @Override
    public List<PointEntry> entriesOf(Set<AccountId> accounts, Set<Operation> operations, Set<ExternalKey> keys) {
        return entries.of(accounts, operations, keys);
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
        return entries.allocations(ids);
    }

    @Override
    public List<Allocation> allocationsOf(Collection<LotId> ids) {
        return lots.allocations(ids);
    }

    @Override
    public List<EarnedLine> earnedLines(Collection<ExternalKey> purchases) {
        return entries.earnedLines(purchases);
    }

    @Override
    public List<AccountId> due(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return lots.due(club, at, after, limit);
    }

    @Override
    public List<AccountId> stale(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return lots.stale(club, at, after, limit);
    }

    @Override
    public void refresh(List<MemberAccount> accounts) {
        accounts.forEach(account -> AccountRow.changeHead(unit, account));
    }

    @Override
    public List<Lot> lapsed(Set<AccountId> accounts, Instant at) {
        return lots.lapsed(accounts, at);
    }

    @Override
    public Redeemed redeemed(AccountId account, Instant from) {
        return sums.redeemed(account, from);
    }

    @Override
    public Map<EntryKind, Points> totals(AccountId account, Instant from, Instant to) {
        return sums.of(account, from, to);
    }

    @Override
    public Map<EntryKind, ClubTotal> totals(ClubId club) {
        return sums.of(club);
    }

    @Override
    public List<Outstanding> outstanding(ClubId club) {
        return sums.outstanding(club);
    }

    @Override
    public Map<AccountId, BigDecimal> measures(
            ReviewTerms.Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches) {
        return sums.measures(measure, currency, stretches);
    }

    @Override
    public Map<AccountId, Instant> lastPurchases(Set<AccountId> accounts) {
        return sums.lastPurchases(accounts);
    }
}
