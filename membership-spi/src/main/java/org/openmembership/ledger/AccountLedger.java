package org.openmembership.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/**
 * The one place that decides what moving points does to an account's lots and debt; every verb that moves points goes
 * through it, and none touches a lot itself.
 *
 * <p>A workbook for one account in one unit of work: it takes the account as locked and the lots that the decision may
 * touch, keeps a running head while entries are added, and ends in one {@link #posting}. Nothing is written here. Not
 * thread-safe.
 */
public final class AccountLedger {
    private final MemberAccount account;
    private final Instant at;
    private final List<PointEntry> entries = new ArrayList<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private final LotBook lots;
    private final AccountHolds holds;
    private LedgerHead head;
    private Points taken = Points.ZERO;
    private Predicate<PointEntry> keepsAlive = none -> false;

    private AccountLedger(MemberAccount account, Instant now) {
        this.account = account;
        this.at = account.head().recordedAt(now);
        this.head = account.head();
        this.lots = new LotBook(at);
        this.holds = new AccountHolds(this, lots);
    }

    /**
     * A workbook for {@code account} at {@code now}.
     *
     * @param summary what its lots come to now; may be null only if the account's head {@linkplain LedgerHead#answersAt
     *     answers} at {@link #at}
     */
    public static AccountLedger of(MemberAccount account, Instant now, @Nullable LotSummary summary) {
        AccountLedger ledger = new AccountLedger(account, now);
        if (summary != null) {
            ledger.head = ledger.head.counting(summary.inForce(), summary.nextChange());
        } else if (!ledger.head.answersAt(ledger.at)) {
            throw new IllegalStateException("the lots of account " + account.id() + " have changed by " + ledger.at);
        }
        return ledger;
    }

    /** Makes lots known that the next decisions may touch; one already known keeps what was decided about it. */
    public AccountLedger with(Iterable<Lot> read) {
        read.forEach(lots::learn);
        return this;
    }

    /** The decisions about holds; those in force must be known there before any decision. */
    public AccountHolds holds() {
        return holds;
    }

    public MemberAccount account() {
        return account;
    }

    /** The instant of all decisions: our clock, but never before the account's last entry (I26). */
    public Instant at() {
        return at;
    }

    /** What can be spent now; below zero while there is more debt than points. */
    public Points available() {
        return head.available();
    }

    /** What the known lots have free that have not lapsed, those not yet available included. */
    public Points unlapsed() {
        return lots.sum(lots::isUnlapsed);
    }

    /** What has been taken from lots here so far; whoever reads more lots to take from has to ask for that much more. */
    public Points taken() {
        return taken;
    }

    public Balance balance() {
        return new Balance(head.booked(), head.available(), head.debt());
    }

    /** The id the next entry will have. */
    public EntryId nextId() {
        return new EntryId(account.id(), head.seq() + 1);
    }

    /** Adds points: repays debt first, then opens one lot with what is left (R23). */
    public PointEntry earn(PointEntry.Cause cause, Points points, Lot.Life life) {
        return receive(cause, List.of(new Portion(points, life)));
    }

    /** Points with a life of their own. */
    public record Portion(Points points, Lot.Life life) {
        public Portion {
            if (!points.isPositive()) {
                throw new IllegalArgumentException("only points above zero can be added, not " + points);
            }
        }
    }

    /** Adds points in several portions: repays debt from the first on, then opens a lot for what is left of each. */
    public PointEntry receive(PointEntry.Cause cause, List<Portion> portions) {
        EntryDraft draft = begin(cause);
        for (Portion portion : portions) {
            draft.open(draft.repay(portion.points()), lots.bounded(portion.life()));
        }
        return end(draft);
    }

    /**
     * Spends points from lots in force in the club's order.
     *
     * @param overdraft how far below zero it may take what is {@link #available}; the excess comes out of lots not yet
     *     available, and becomes debt where there are none (I3)
     * @throws IllegalStateException if more is asked for than that, or the lots needed are not known
     */
    public PointEntry spend(PointEntry.Cause cause, Points points, ConsumptionOrder order, Points overdraft) {
        if (available().plus(overdraft).isLessThan(points)) {
            throw new IllegalStateException(points + " asked of " + available() + " on account " + account.id());
        }
        EntryDraft draft = begin(cause);
        Points left = points;
        for (Lot lot : lots.open(lots::isUnlapsed, lots.availableFirst(order))) {
            left = draft.take(lot, left, Purpose.SPENT);
        }
        requireKnown(left, points.minus(available().max(Points.ZERO)));
        draft.owe(left);
        return end(draft);
    }

    /** What left an account, and in which portions. */
    public record Moved(PointEntry entry, List<Portion> portions) {
        public Moved {
            portions = List.copyOf(portions);
        }
    }

    /**
     * Takes back points that were given: from the lots they went to, then from others in the club's order, and what is
     * not there any more becomes debt (R26). So does what is held, since it is not spent yet (R29).
     *
     * @param own lots that go first, lapsed ones excepted
     * @param maxDebt how much may become debt; the rest of the points is let go
     * @throws IllegalStateException if the lots needed are not known
     */
    public PointEntry deduct(
            PointEntry.Cause cause, Points points, Set<LotId> own, ConsumptionOrder order, Points maxDebt) {
        EntryDraft draft = begin(cause);
        Points left = points;
        Comparator<Lot> ownFirst = Comparator.comparing((Lot lot) -> !own.contains(lot.id()))
                .thenComparing(lots::isPending)
                .thenComparing(Lot.in(order));
        for (Lot lot : lots.open(lots::isUnlapsed, ownFirst)) {
            left = draft.take(lot, left, Purpose.CLAWED);
        }
        requireKnown(left, points.minus(head.available().plus(head.debt())));
        draft.owe(left.min(maxDebt.max(holds.total())));
        return end(draft);
    }

    /**
     * Writes off what is left of a lot that has lapsed (R25).
     *
     * @throws IllegalStateException if it has not lapsed, or nothing is left of it, or some of that is held
     */
    public PointEntry expire(PointEntry.Cause cause, LotId id) {
        Lot lot = lots.get(id);
        if (lots.isUnlapsed(lot) || !lot.isOpen() || lots.isHeld(id)) {
            throw new IllegalStateException("lot " + id + " with " + lot.remaining() + " left does not lapse before "
                    + lot.life().lapsesAt());
        }
        EntryDraft draft = begin(cause);
        draft.take(lot, lot.remaining(), Purpose.EXPIRED);
        return end(draft);
    }

    /**
     * Writes off everything that is open, what has lapsed or is not available yet included, because nobody is left whose it
     * is (R17); debt stays.
     *
     * @throws IllegalStateException if not all open lots are known
     */
    public PointEntry writeOff(PointEntry.Cause cause) {
        EntryDraft draft = begin(cause);
        Points left = head.booked().plus(head.debt());
        for (Lot lot : lots.open(any -> true, Comparator.comparing(Lot::id))) {
            left = draft.take(lot, left, Purpose.CLAWED);
        }
        requireKnown(left, Points.ZERO);
        return end(draft);
    }

    /**
     * Gives back points that were taken: repays debt first, then each part to the lot it came from; a part whose lot has
     * lapsed meanwhile, or that had been left owing, opens a lot of its own.
     */
    public PointEntry restore(PointEntry.Cause cause, List<Returned> parts) {
        EntryDraft draft = begin(cause);
        for (Returned part : parts) {
            Points left = draft.repay(part.points());
            Lot lot = part.lot() == null ? null : lots.get(part.lot());
            if (lot != null && lots.isUnlapsed(lot)) {
                draft.giveBack(lot, left);
            } else {
                draft.open(left, lots.bounded(part.fresh()));
            }
        }
        return end(draft);
    }

    /**
     * A part of what an entry took, on its way back.
     *
     * @param lot it came from, null for what had been left owing
     * @param fresh the life of the lot it opens where it cannot go back
     */
    public record Returned(@Nullable LotId lot, Points points, Lot.Life fresh) {}

    /** The decisions that transferring takes. */
    public AccountTransfer transferring() {
        return new AccountTransfer(this, lots);
    }

    /** The decisions that merging takes. */
    public AccountMerge merging() {
        return new AccountMerge(this, lots);
    }

    /** Lots opened or given back in this workbook that have lapsed already and still hold points. */
    public List<Lot> bornLapsed() {
        return lots.bornLapsed();
    }

    /**
     * Says that inactivity ends points of this account, all of whose open lots are known (R25).
     *
     * @param idle when points lapse if nothing happens after this workbook
     * @param counts which entries keep points alive
     */
    public void endWhenIdle(Instant idle, Predicate<PointEntry> counts) {
        lots.idleAt(idle);
        keepsAlive = counts;
    }

    /** Everything decided so far, to be written in one unit of work. */
    public Posting posting() {
        if (entries.stream().anyMatch(keepsAlive)) {
            lots.keepAlive();
        }
        return new Posting(account.with(head), entries, lots.written(), allocations, holds.written());
    }

    LotBook lots() {
        return lots;
    }

    LedgerHead head() {
        return head;
    }

    void moveTo(LedgerHead newHead) {
        head = newHead;
    }

    EntryDraft begin(PointEntry.Cause cause) {
        holds.requireKnown();
        return new EntryDraft(nextId(), cause, head, lots);
    }

    PointEntry end(EntryDraft draft) {
        entries.add(draft.entry());
        allocations.addAll(draft.allocations());
        head = draft.head(holds.until());
        taken = taken.plus(draft.taken());
        return draft.entry();
    }

    private static void requireKnown(Points left, Points mayBeOwed) {
        if (mayBeOwed.max(Points.ZERO).isLessThan(left)) {
            throw new IllegalStateException("lots for " + left + " points were not read");
        }
    }
}
