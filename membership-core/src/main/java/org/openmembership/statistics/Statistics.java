package org.openmembership.statistics;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.flow.Flow;
import org.openmembership.flow.PointFlow.Total;
import org.openmembership.flow.Scope;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Points;
import org.openmembership.step.Redirects;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/**
 * The door to sums over accounts and clubs, and to what a club owes (B28, B49). Nothing is written. Thread-safe.
 *
 * <p>Each answer is one consistent state, also while tills post (I30); a club's only where the storage owns its transactions.
 * A club's figures are one pass over its accounts each: run them at a quiet hour where there are millions of entries.
 */
public final class Statistics {
    /** A usual window for points that lapse next (B67). */
    public static final Period USUAL_WINDOW = Period.ofDays(90);

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Statistics(Caller caller) {
        this.caller = caller;
    }

    /**
     * The figures of an account; empty for an unknown one.
     *
     * @param expiringWithin what lapses from now until the end of the day that far ahead counts as expiring
     */
    public Optional<AccountFigures> ofAccount(AccountId account, Period expiringWithin) {
        Instant now = caller.now();
        return caller.steadily(stores -> Set.of(account), (found, stores) -> {
            Optional<MemberAccount> row = found.stream().findFirst();
            caller.require(
                    Permission.READ_STATEMENT, row.map(MemberAccount::subject).orElse(Subject.NOBODY));
            return row.map(one -> figures(one, now, expiringWithin, stores));
        });
    }

    /**
     * The figures of each account that a member shares, by account; empty for an unknown member. Whoever was merged into another
     * is answered as the one who is left (R16).
     */
    public List<AccountFigures> ofMember(MemberId member, Period expiringWithin) {
        Instant now = caller.now();
        return caller.steadily(stores -> shared(member, stores), (accounts, stores) -> {
            caller.require(Permission.READ_STATEMENT, Whose.member(member, caller.actor(), stores));
            return accounts.stream()
                    .map(row -> figures(row, now, expiringWithin, stores))
                    .toList();
        });
    }

    private static Set<AccountId> shared(MemberId member, Stores stores) {
        return stores.accounts().of(Redirects.follow(member, stores)).stream()
                .map(MemberAccount::id)
                .collect(Collectors.toSet());
    }

    private AccountFigures figures(MemberAccount account, Instant now, Period expiringWithin, Stores stores) {
        Club club = caller.clubs().require(account.club(), now, stores).club();
        Instant at = account.head().recordedAt(now);
        return new FiguresReading(new Scope.OfAccount(account.id()), club, at, expiringWithin, stores).of(account, now);
    }

    /**
     * The figures of a club, whole and by scheme.
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public ClubFigures ofClub(ClubId club, Period expiringWithin) {
        Instant now = caller.now();
        return caller.snapshot(Permission.READ_STATEMENT, Subject.NOBODY, stores -> {
            Club terms = published(club, now, stores);
            FiguresReading reading = new FiguresReading(new Scope.OfClub(club), terms, now, expiringWithin, stores);
            return new ClubFigures(club, reading.all(), reading.bySchemes());
        });
    }

    /**
     * How what a club owes came about from {@code from} until before {@code to}; for a stretch of the past the same answer
     * for ever.
     *
     * @throws IllegalArgumentException for a club that is not published, or an end before the beginning
     */
    public RollForward rollForward(ClubId club, Instant from, Instant to) {
        RollForward.Period period =
                new RollForward.Period(from.truncatedTo(ChronoUnit.MICROS), to.truncatedTo(ChronoUnit.MICROS));
        if (period.to().isBefore(period.from())) {
            throw new IllegalArgumentException("a period cannot end at " + to + ", before it begins at " + from);
        }
        return caller.snapshot(Permission.READ_STATEMENT, Subject.NOBODY, stores -> {
            Club now = published(club, period.to(), stores);
            Club then = published(club, period.from(), stores);
            return new LiabilityReading(new Scope.OfClub(club), stores).rollForward(then, now, period);
        });
    }

    /**
     * How many of a club's open points will presumably lapse, judged by what lapsed and what was used from {@code from}
     * until now.
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public Breakage expectedBreakage(ClubId club, Instant from) {
        Instant now = caller.now();
        return caller.snapshot(Permission.READ_STATEMENT, Subject.NOBODY, stores -> {
            Club terms = published(club, now, stores);
            LiabilityReading reading = new LiabilityReading(new Scope.OfClub(club), stores);
            SortedMap<Flow, Total> flows = reading.flows(from.truncatedTo(ChronoUnit.MICROS), now.plusNanos(1_000));
            Points lapsed = out(flows, Flow.EXPIRED);
            Points used = out(flows, Flow.REDEEMED, Flow.REDEEMED_UNDONE);
            Points open = reading.open(now.plusNanos(1_000));
            Points expected = Breakage.expected(lapsed, used, open);
            return new Breakage(lapsed, used, open, expected, LiabilityReading.worth(expected, terms));
        });
    }

    private static Points out(SortedMap<Flow, Total> flows, Flow... kinds) {
        Points sum = Points.ZERO;
        for (Flow kind : kinds) {
            sum = sum.minus(flows.getOrDefault(kind, Total.NONE).points());
        }
        return sum.max(Points.ZERO);
    }

    private Club published(ClubId club, Instant at, Stores stores) {
        return caller.clubs()
                .latest(club, at, stores)
                .orElseThrow(() -> new IllegalArgumentException("club " + club + " is not published"))
                .club();
    }
}
