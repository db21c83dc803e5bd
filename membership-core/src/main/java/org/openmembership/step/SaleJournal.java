package org.openmembership.step;

import static org.openmembership.club.EventRule.FIRST_PURCHASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.RuleAccount;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.rules.ClubRules;
import org.openmembership.rules.Earner;
import org.openmembership.rules.SaleEarning;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * The sales of one unit of work: a workbook for each account they touch, and all that is to be written, which is written
 * together. Not thread-safe.
 */
public final class SaleJournal {
    private final PublishedClubs clubs;
    private final RecordedCommand.Origin origin;
    private final Instant now;
    private final Stores stores;
    private final Facts facts;
    private final Counts counts;
    private final Map<AccountId, AccountLedger> ledgers = new TreeMap<>();
    private final FirstSales firstSales;
    private final SaleRecords records;
    private final Eligible eligible;
    private final EnvoyRewards envoys;

    public SaleJournal(PublishedClubs clubs, Actor actor, Instant now, Stores stores, Facts facts) {
        this.clubs = clubs;
        this.origin = new RecordedCommand.Origin(actor, now);
        this.now = now;
        this.stores = stores;
        this.facts = facts;
        this.counts = new Counts(stores);
        this.firstSales = new FirstSales(stores);
        this.records = new SaleRecords(stores);
        this.eligible = new Eligible(stores);
        this.envoys = new EnvoyRewards(this, stores);
    }

    /**
     * A sale worked out for one account; nothing is decided yet.
     *
     * @param outcome NOTHING or NOT_ELIGIBLE where {@code posting} will tell
     * @param buys whether the account is the buyer's
     */
    public record Planned(
            AccountId account,
            SaleOutcome outcome,
            boolean buys,
            @Nullable SalePosting posting) {}

    /**
     * What a sale did to one account.
     *
     * @param available what could be spent right after
     * @param provisional what it is to do once it is posted, where it waits; else zero
     * @param earning why; empty where it earned nothing
     */
    public record Posted(
            AccountId account,
            ClubId club,
            SaleOutcome outcome,
            List<PointEntry> entries,
            Points available,
            Points provisional,
            SaleEarning earning) {}

    /** Points that a return would take back and that are not there, in a club that refuses that (R26). */
    public record Shortage(AccountId account, Points asked, Points available) {}

    /** Adds accounts that are locked already. */
    public void open(Collection<MemberAccount> locked) {
        Map<AccountId, AccountLedger> opened = Workbooks.open(locked, now, stores);
        Idleness.heed(opened, clubs, now, stores);
        ledgers.putAll(opened);
    }

    /** Locks accounts that are not here yet; tells whether there was any. */
    public boolean lock(Set<AccountId> accounts) {
        SortedSet<AccountId> missing = new TreeSet<>(accounts);
        missing.removeAll(ledgers.keySet());
        if (!missing.isEmpty()) {
            open(stores.accounts().lock(missing));
        }
        return !missing.isEmpty();
    }

    PublishedClubs clubs() {
        return clubs;
    }

    /** The time of the call. */
    Instant now() {
        return now;
    }

    /** An account that is locked here; empty where there is none of that id. */
    public Optional<MemberAccount> find(AccountId id) {
        return Optional.ofNullable(ledgers.get(id)).map(AccountLedger::account);
    }

    public MemberAccount account(AccountId id) {
        return ledger(id).account();
    }

    /** The club of an account as it stood when a sale was made. */
    public PublishedClub club(AccountId id, Purchase purchase) {
        return clubs.require(account(id).club(), purchase.purchasedAt(), stores);
    }

    /**
     * Works a sale out for one account.
     *
     * @param buys whether it is the buyer's, and so earns; points are taken back from any
     */
    public Planned plan(Purchase purchase, AccountId id, boolean buys, LinkedReturns returns) {
        PublishedClub club = club(id, purchase);
        if (account(id).isClosed()) {
            return new Planned(id, SaleOutcome.CLOSED, buys, null);
        }
        if (purchase.rateTo(club.club().place().currency()).isEmpty()) {
            return new Planned(id, SaleOutcome.RATE_MISSING, buys, null);
        }
        try {
            LinkedReturns own = returns.of(id);
            boolean isEligible = !buys || isEligible(id, club);
            ReturnDues dues = ReturnDues.of(own, club.club(), ledger(id).at(), stores);
            SaleEarning earned =
                    buys && isEligible ? earned(own.counting(purchase, club), id, club, dues) : SaleEarning.NOTHING;
            SalePosting posting = new SalePosting(ledger(id), club, purchase, earned, own, dues, stores);
            posting.requireInRange();
            return new Planned(id, isEligible ? SaleOutcome.NOTHING : SaleOutcome.NOT_ELIGIBLE, buys, posting);
        } catch (ArithmeticException beyond) {
            return new Planned(id, SaleOutcome.OUT_OF_RANGE, buys, null);
        }
    }

    /** Whether an account that is locked here earns in its club (D23). */
    boolean isEligible(AccountId id, PublishedClub club) {
        return eligible.is(account(id), club.club(), ledgers.keySet());
    }

    /** An exchange that leaves nothing of the first purchase brings what is given for one anew. */
    private SaleEarning earned(Purchase purchase, AccountId id, PublishedClub club, ReturnDues dues) {
        ClubRules rules = club.rules();
        LocalDate day = club.club().businessDate(purchase.purchasedAt());
        SaleEarning earned = rules.earning(purchase, earner(id, club, rules.spans(day)));
        boolean isFirst = rules.rewards(FIRST_PURCHASE) && earned.isGiving() && firstSales.isNext(id, dues.undone());
        return isFirst
                ? earned.with(rules.earning(FIRST_PURCHASE, earner(id, club, rules.spans(FIRST_PURCHASE, day)), day))
                : earned;
    }

    private Earner earner(AccountId id, PublishedClub club, List<PointCount.Span> spans) {
        return new Earner(RuleAccount.of(id.value()), account(id).schemeIn(club.club(), now), counts.of(id, spans));
    }

    /** The points a planned sale would take back, where they are not there and the club does not let them go. */
    public Optional<Shortage> shortage(Planned planned) {
        return Optional.ofNullable(planned.posting())
                .flatMap(SalePosting::shortOf)
                .map(asked -> new Shortage(
                        planned.account(), asked, ledger(planned.account()).available()));
    }

    /** Keeps a sale, in the next {@link #write}. */
    public void keep(KeptPurchase purchase) {
        records.keep(purchase);
    }

    /** Keeps that a planned sale is posted later, in the next {@link #write}. */
    public Posted await(Planned planned, WaitingSale waiting) {
        records.await(waiting);
        SaleEarning earning = planned.posting() == null
                ? SaleEarning.NOTHING
                : planned.posting().earning();
        return new Posted(
                planned.account(),
                waiting.club(),
                SaleOutcome.WAITING,
                List.of(),
                ledger(planned.account()).available(),
                waiting.points(),
                earning);
    }

    /** Keeps that a waiting sale is posted, in the next {@link #write}. */
    void ended(WaitingSale posted) {
        records.ended(posted);
    }

    /** Posts a planned sale to its account, and records that under its key. */
    public Posted post(Planned planned, Purchase purchase, Fingerprint fingerprint, PointEntry.Scene scene) {
        ClubId club = account(planned.account()).club();
        return post(planned, new CommandKey(Operation.SALE, club, purchase.key()), fingerprint, scene);
    }

    /** Posts a planned sale to its account under another key than its own. */
    Posted post(Planned planned, CommandKey key, Fingerprint fingerprint, PointEntry.Scene scene) {
        AccountId id = planned.account();
        AccountLedger ledger = ledger(id);
        ClubId club = ledger.account().club();
        SalePosting posting = planned.posting();
        SaleOutcome outcome = planned.outcome();
        List<PointEntry> entries = List.of();
        SaleEarning earning = SaleEarning.NOTHING;
        if (posting != null) {
            posting.post(key, scene);
            records.add(posting.lines());
            envoys.heed(posting.lines(), id, scene.member(), posting.soldAt());
            counts.add(id, posting.earning().used());
            entries = List.copyOf(posting.entries());
            earning = posting.earning();
            outcome = entries.isEmpty() ? planned.outcome() : SaleOutcome.POSTED;
            records.explain(entries, earning);
            firstSales.heed(id, posting);
        }
        record(key, fingerprint, id, entries, SaleAnswer.of(outcome, ledger.available()));
        return new Posted(id, club, outcome, entries, ledger.available(), Points.ZERO, earning);
    }

    void record(CommandKey key, Fingerprint fingerprint, AccountId account, List<PointEntry> entries, Answer answer) {
        records.record(new RecordedCommand(key, fingerprint, Effects.of(account, entries), answer, origin));
    }

    /** Adds what an entry has taken back of the lines of a sale. */
    void takenBack(List<EarnedLine> shares, AccountId account) {
        records.add(shares);
        envoys.heed(shares, account, null, now);
    }

    /** Heeds from now on that some members may be recruits of envoys, who get their share. */
    public void expectRecruits(Set<MemberId> members) {
        envoys.expect(members);
    }

    void explain(PointEntry entry, Explanation why) {
        records.explain(entry, why);
    }

    /** Writes all that was decided; accounts that go on being used are opened again. */
    public void write() {
        List<Posting> postings = ledgers.values().stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        records.write(postings, facts);
        counts.write();
        firstSales.written();
        envoys.write();
        postings.forEach(posting -> ledgers.remove(posting.account().id()));
    }

    /** Writes what was decided so far, because what comes next has to read it. */
    public void writeBeforeReading() {
        Set<AccountId> open = new TreeSet<>(ledgers.keySet());
        write();
        lock(open);
    }

    AccountLedger ledger(AccountId id) {
        AccountLedger ledger = ledgers.get(id);
        if (ledger == null) {
            throw new IllegalStateException("account " + id + " was not opened");
        }
        return ledger;
    }
}
