package org.openmembership.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.backtest.KnownPurchases.Back;
import org.openmembership.club.Club;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.rules.Earner;
import org.openmembership.shared.Points;
import org.openmembership.step.PublishedClubs;
import org.openmembership.step.SchemeTrial;
import org.openmembership.step.TrialMeasures;

/** One account as its purchases go by, in the order in which they were recorded. Not thread-safe. */
final class AccountTrial {
    private final MemberAccount account;
    private final List<SchemeMove> moves;
    private final Map<Span, Points> counted = new HashMap<>();
    private final SortedMap<YearMonth, Comparison> months = new TreeMap<>();
    private final Followed before;
    private final Followed after;
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at));
    private long sales;

    /** Something that is counted once that is known. */
    private record Later(Instant at, Runnable count) {}

    /** By one definition of the club: what counts, and the schemes it leads to. */
    private static final class Followed {
        private final TrialMeasures measures = new TrialMeasures();
        private final SchemeTrial schemes;

        Followed(Club club, PublishedClubs clubs, MemberAccount account, LocalDate first) {
            schemes = new SchemeTrial(club, clubs, account, first, measures);
        }
    }

    /**
     * What a sale gave in award points when it was recorded, and what was left of them after each receipt on which lines of it
     * came back.
     */
    record Awards(List<Points> left) {
        Points begun() {
            return left.get(0);
        }

        /** What the receipt of that number changes, the first is 1. */
        Points change(int receipt) {
            return left.get(receipt).minus(left.get(receipt - 1));
        }
    }

    /**
     * @param moves its scheme history, by number
     * @param first the day from which its schemes are followed
     */
    AccountTrial(
            MemberAccount account,
            List<SchemeMove> moves,
            LocalDate first,
            List<Club> beforeAndAfter,
            PublishedClubs clubs) {
        this.account = account;
        this.moves = List.copyOf(moves);
        this.before = new Followed(beforeAndAfter.get(0), clubs, account, first);
        this.after = new Followed(beforeAndAfter.get(1), clubs, account, first);
    }

    MemberAccount account() {
        return account;
    }

    /** Who earns by the changed club on what was recorded at {@code at}. */
    Earner earner(Instant at, Club club, BackTestOptions.Earning earning) {
        boolean isReviewed = earning == BackTestOptions.Earning.AS_REVIEWED
                && account.standing().pin() == null;
        SchemeId scheme = isReviewed ? after.schemes.holds(at) : schemeAt(at, club);
        return new Earner(RuleAccount.of(account.id().value()), scheme, counted);
    }

    /** Reviews all days that have begun by {@code at}, and counts on the way what came back meanwhile. */
    void until(Instant at) {
        while (!later.isEmpty() && !later.element().at().isAfter(at)) {
            Later next = later.remove();
            reviewUntil(next.at());
            next.count().run();
        }
        reviewUntil(at);
    }

    private void reviewUntil(Instant at) {
        before.schemes.until(at);
        after.schemes.until(at);
    }

    /** A sale that is recorded now, and what comes back of it later. */
    void sold(Purchase sale, List<Back> backs, Awards given, Awards would) {
        count(sale, null, given.begun(), would.begun());
        for (int i = 1; i <= backs.size(); i++) {
            Back back = backs.get(i - 1);
            Points taken = given.change(i);
            Points wouldTake = would.change(i);
            later.add(new Later(back.receipt().recordedAt(), () -> count(sale, back, taken, wouldTake)));
        }
    }

    private void count(Purchase sale, @Nullable Back back, Points given, Points would) {
        count(before, sale, back, given);
        count(after, sale, back, would);
    }

    private static void count(Followed followed, Purchase sale, @Nullable Back back, Points award) {
        if (back == null) {
            followed.measures.award(sale.purchasedAt(), award);
            followed.measures.bought(sale.key(), sale.purchasedAt(), spent(sale));
        } else {
            followed.measures.award(back.receipt().purchase().purchasedAt(), award);
            followed.measures.back(sale.key(), back.amount(sale.currency()));
        }
        followed.schemes.heed();
    }

    private static BigDecimal spent(Purchase sale) {
        BigDecimal spent = BigDecimal.ZERO;
        for (PurchaseLine line : sale.lines()) {
            spent = line.returnOf() == null ? spent.add(line.amount().getAmount()) : spent;
        }
        return spent;
    }

    /** What it held by its history. */
    SchemeId schemeAt(Instant at, Club club) {
        if (!club.terms().review().force().on()) {
            return club.defaultScheme();
        }
        LocalDate day = club.businessDate(at);
        SchemeId held =
                moves.isEmpty() ? account.scheme() : moves.get(0).change().to();
        for (SchemeMove move : moves) {
            boolean holds = !move.when().recordedAt().isAfter(at)
                    && !move.when().effectiveOn().isAfter(day);
            held = holds ? move.change().to() : held;
        }
        return held;
    }

    void add(YearMonth month, Comparison comparison, Map<Span, Points> used) {
        sales++;
        months.merge(month, comparison, Comparison::plus);
        used.forEach((span, points) -> counted.merge(span, points, Points::plus));
    }

    long sales() {
        return sales;
    }

    SortedMap<YearMonth, Comparison> months() {
        return months;
    }

    Comparison total() {
        return months.values().stream().reduce(Comparison.NOTHING, Comparison::plus);
    }

    SchemeId schemeBefore(Instant at) {
        return before.schemes.holds(at);
    }

    SchemeId schemeAfter(Instant at) {
        return after.schemes.holds(at);
    }
}
