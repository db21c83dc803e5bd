package org.openmembership.examples.foodmart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.statement.Statement;

/** Adds up the statements and scheme histories of all accounts, and keeps a few as samples. Not thread-safe. */
final class AccountsReading {
    /** What the night after a month's last day writes belongs to that month. */
    private static final Duration NIGHT = Duration.ofHours(1);

    private static final int LINES = 40;

    private final Shop shop;
    private final Club club;
    private final int samples;
    private final Map<YearMonth, Movements> months = new TreeMap<>();
    private final List<Candidate> best = new ArrayList<>();

    AccountsReading(Shop shop, Club club, int samples) {
        this.shop = shop;
        this.club = club;
        this.samples = samples;
    }

    private record Candidate(String name, Statement statement) {
        Points earned() {
            return statement.earned();
        }
    }

    /** What happened in one month. */
    private static final class Movements {
        private final Map<EntryKind, Points> points = new EnumMap<>(EntryKind.class);
        private int up;
        private int down;

        void add(PointEntry entry) {
            points.merge(entry.kind(), entry.points(), Points::plus);
        }

        Points of(EntryKind kind) {
            return points.getOrDefault(kind, Points.ZERO);
        }

        Points net() {
            return points.values().stream().reduce(Points.ZERO, Points::plus);
        }
    }

    void add(AccountId account, String name) {
        Instant end = shop.clock().instant().plus(NIGHT);
        Statement statement = shop.membership()
                .statements()
                .of(account, Instant.EPOCH, end)
                .orElseThrow(() -> new IllegalStateException("account " + account + " is gone"));
        statement.period().entries().forEach(entry -> month(entry.recordedAt()).add(entry));
        shop.membership().review().history(account).forEach(this::add);
        keepIfAmongBest(new Candidate(name, statement));
    }

    private void add(SchemeMove move) {
        SchemeId from = move.change().from();
        if (from == null || move.cause().kind() != SchemeMove.Cause.Kind.REVIEW) {
            return;
        }
        Movements month = month(move.when().recordedAt());
        if (sequence(move.change().to()) > sequence(from)) {
            month.up++;
        } else {
            month.down++;
        }
    }

    private int sequence(SchemeId scheme) {
        return club.scheme(scheme).map(Scheme::sequence).orElse(0);
    }

    private Movements month(Instant recordedAt) {
        YearMonth month = YearMonth.from(club.businessDate(recordedAt.minus(NIGHT)));
        return months.computeIfAbsent(month, none -> new Movements());
    }

    private void keepIfAmongBest(Candidate candidate) {
        best.add(candidate);
        best.sort(Comparator.comparing(Candidate::earned).reversed().thenComparing(Candidate::name));
        if (best.size() > samples) {
            best.remove(samples);
        }
    }

    List<Summary.Month> months() {
        List<Summary.Month> list = new ArrayList<>();
        Points outstanding = Points.ZERO;
        for (Map.Entry<YearMonth, Movements> month : months.entrySet()) {
            Movements moved = month.getValue();
            outstanding = outstanding.plus(moved.net());
            list.add(new Summary.Month(
                    month.getKey(),
                    moved.of(EntryKind.SALE).plus(moved.of(EntryKind.REVERSAL)),
                    moved.of(EntryKind.REDEMPTION),
                    moved.of(EntryKind.EXPIRY),
                    outstanding,
                    moved.up,
                    moved.down));
        }
        return list;
    }

    List<Summary.SampleStatement> samples() {
        return best.stream().map(this::sample).toList();
    }

    private Summary.SampleStatement sample(Candidate candidate) {
        Statement statement = candidate.statement();
        List<PointEntry> entries = statement.period().entries();
        List<PointEntry> latest = entries.subList(Math.max(0, entries.size() - LINES), entries.size());
        SchemeId scheme = statement.owner().scheme();
        return new Summary.SampleStatement(
                candidate.name(),
                club.scheme(scheme).map(Scheme::name).orElse(scheme.value()),
                statement.earned(),
                statement.redeemed(),
                statement.expired(),
                statement.now().balance().booked(),
                next(statement),
                latest.stream().map(this::line).toList());
    }

    private Summary.@Nullable NextExpiry next(Statement statement) {
        return statement
                .now()
                .expiringNext()
                .filter(part -> !part.lapsesAt().equals(ExpiryRule.FOREVER))
                .map(part -> new Summary.NextExpiry(part.points(), SummaryReader.lastDay(club, part.lapsesAt())))
                .orElse(null);
    }

    private Summary.StatementLine line(PointEntry entry) {
        LocalDate day = club.businessDate(entry.occurredAt());
        return new Summary.StatementLine(day, SummaryReader.word(entry.kind()), entry.points(), entry.balanceAfter());
    }
}
