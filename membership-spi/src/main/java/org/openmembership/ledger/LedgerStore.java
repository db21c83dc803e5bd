package org.openmembership.ledger;

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
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;

/**
 * Keeps entries, lots and allocations, and finds what a decision about points needs.
 *
 * <p>Entries, lots' grants and allocations are never rewritten or removed. Of a lot it is rewritten what remains and, where
 * inactivity ends points, when it lapses, which is only ever put off, and not any more once it has come.
 */
public interface LedgerStore {
    /** Finds commands, locks accounts in order of id, and reads lots: the one gathering step of a keyed command. */
    OpenedLedgers open(LedgerRequest request);

    /** Finds kept purchases and buyers, and locks the buyers' accounts in order of id: the one gathering step of sales. */
    OpenedSales openSales(SaleRequest request);

    /** More lots of a locked account; at least as many as cover the points asked for, or all. */
    OpenLots lots(AccountId account, Cover cover);

    /**
     * What the open lots of each account come to at {@code at}, less what holds in force then have of them; an account
     * without open lots has zero and FOREVER.
     */
    Map<AccountId, LotSummary> summaries(Set<AccountId> accounts, Instant at);

    /** The holds of accounts that were in force at {@code at}, by id: now or at any time before. */
    List<Hold> holds(Set<AccountId> accounts, Instant at);

    Optional<Hold> find(HoldId id);

    /** Lots by name, by id. */
    List<Lot> lots(Collection<LotId> ids);

    /** The lots of accounts that still hold points, lapsed ones whose expiry is not written included, by id. */
    List<Lot> openLots(Set<AccountId> accounts);

    /** The lots that entries opened, by id. */
    List<Lot> lotsOpenedBy(Collection<EntryId> entries);

    /**
     * Where merges have taken the points of lots: each lot that has, or had, points of one of these, with the one of these it
     * goes back to, in any number of steps.
     */
    Map<LotId, LotId> descendants(Collection<LotId> lots);

    /**
     * The lots of an account as they stood after its entry {@code seq}, by id; those with nothing left are left out.
     * With the last seq, its open lots now.
     */
    List<Lot> lotsAsOf(AccountId account, long seq);

    /** Writes postings of locked accounts and their share per line; if a version has moved on, the unit of work is run again. */
    void append(List<Posting> postings, List<EarnedLine> lines);

    Optional<PointEntry> find(EntryId id);

    /**
     * Whether a sale has earned anything on an account, or on one whose points it has since a merge or a takeover, of which
     * something was not taken back: it lapsed, was let go, or is there or spent.
     *
     * @param without entries that do not count
     */
    boolean hasSale(AccountId account, Set<EntryId> without);

    /** The entries of an account from one number to another, both included, by number. */
    List<PointEntry> entries(AccountId account, long firstSeq, long lastSeq);

    /** The entries that a command wrote to its account, by number; empty where it wrote none. */
    default List<PointEntry> entries(RecordedCommand.Effect effect) {
        return effect.isNone() ? List.of() : entries(effect.account(), effect.firstSeq(), effect.lastSeq());
    }

    /** What these operations wrote to accounts under some keys, by id. */
    List<PointEntry> entriesOf(Set<AccountId> accounts, Set<Operation> operations, Set<ExternalKey> keys);

    /** The entries of an account, the latest first. */
    Page<PointEntry> history(AccountId account, Page.Request page);

    /** The last entry recorded at or before {@code at}. */
    Optional<PointEntry> lastAt(AccountId account, Instant at);

    /** The entries that name one of these as the one they reverse, by id. */
    List<PointEntry> reversalsOf(Collection<EntryId> entries);

    /** What entries did to lots and debt, by entry, then lot. */
    List<Allocation> allocations(Collection<EntryId> entries);

    /** What has been done to lots, by lot, then entry. */
    List<Allocation> allocationsOf(Collection<LotId> lots);

    /** What the lines of purchases have earned, and what returns of them took back, by entry, then line. */
    List<EarnedLine> earnedLines(Collection<ExternalKey> purchases);

    /** Accounts of a club with an open lot that has lapsed by {@code at} and is not held then, by id after {@code after}. */
    List<AccountId> due(ClubId club, Instant at, @Nullable AccountId after, int limit);

    /** Accounts of a club whose head does not answer at {@code at} any more, by id after {@code after}. */
    List<AccountId> stale(ClubId club, Instant at, @Nullable AccountId after, int limit);

    /** Writes the heads of locked accounts, looked at anew; if a version has moved on, the unit of work is run again. */
    void refresh(List<MemberAccount> accounts);

    /** The open lots of accounts that have lapsed by {@code at} and are not held then, by account, then in order of lapsing. */
    List<Lot> lapsed(Set<AccountId> accounts, Instant at);

    /**
     * What an account redeemed in entries recorded from {@code from} on, less what reversals gave back of these; with what was
     * redeemed from accounts whose points it has since a merge or a takeover (R49).
     */
    Redeemed redeemed(AccountId account, Instant from);

    /** @param times how many redemptions there were, those given back later too */
    record Redeemed(long times, Points points) {}

    /**
     * The sum of entries by kind, for those recorded from {@code from} until before {@code to}: of an account, and of those whose
     * points it has since a merge or a takeover, so that what one gave and the other took is nothing.
     */
    Map<EntryKind, Points> totals(AccountId account, Instant from, Instant to);

    /** The sum of all entries of a club by kind, and how many there are. */
    Map<EntryKind, ClubTotal> totals(ClubId club);

    /** Points of a kind of entry in a club, and their money value then in the club's currency. */
    record ClubTotal(long entries, Points points, BigDecimal value) {}

    /** The open points of a club by the instant at which they lapse, in that order. */
    List<Outstanding> outstanding(ClubId club);

    /** Open points that lapse together. */
    record Outstanding(Instant lapsesAt, Points points) {}

    /**
     * The qualifying measure of accounts over a stretch of time by the till's clock (R41): of their entries and those of accounts
     * whose points they have, or of what their members bought, under whatever id before a merge (R16).
     *
     * @param currency of the club: purchases in another one do not count
     * @param stretches what counts for each account
     * @return the measure of each account; zero where nothing counted
     */
    Map<AccountId, BigDecimal> measures(
            ReviewTerms.Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches);

    /**
     * When the members of accounts last bought something, by the till's clock; purchases that come to nothing or less are left
     * out, and so are accounts whose members have bought nothing.
     */
    Map<AccountId, Instant> lastPurchases(Set<AccountId> accounts);

    /**
     * @param from the first instant that counts
     * @param to the first that no longer does
     */
    record Stretch(Instant from, Instant to) {}
}
