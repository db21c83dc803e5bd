package org.openmembership.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Provisional;
import org.openmembership.shared.Points;
import org.openmembership.step.Eligible;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Stores;

/** Reads one account at one instant. */
final class AccountReading {
    private final MemberAccount account;
    private final PublishedClubs clubs;
    private final Stores stores;

    AccountReading(MemberAccount account, PublishedClubs clubs, Stores stores) {
        this.account = account;
        this.clubs = clubs;
        this.stores = stores;
    }

    static Balance ofHead(LedgerHead head) {
        return new Balance(head.booked(), head.available(), head.debt());
    }

    /** From the account's row alone, as long as that answers. */
    Balance balance(Instant now) {
        Instant at = account.head().recordedAt(now);
        if (account.head().answersAt(at)) {
            return ofHead(account.head());
        }
        Map<?, LotSummary> summaries = stores.ledger().summaries(Set.of(account.id()), at);
        LotSummary summary = summaries.get(account.id());
        Points inForce = summary == null ? Points.ZERO : summary.inForce();
        return new Balance(
                account.head().booked(),
                inForce.minus(account.head().debt()),
                account.head().debt());
    }

    /** As we would have answered at {@code at}, by what had been recorded then. */
    Balance balanceAt(Instant at) {
        Optional<PointEntry> last = stores.ledger().lastAt(account.id(), at);
        if (last.isEmpty()) {
            return new Balance(Points.ZERO, Points.ZERO, Points.ZERO);
        }
        Points open = Points.ZERO;
        Points inForce = Points.ZERO;
        Map<LotId, Points> held = Hold.byLot(stores.ledger().holds(Set.of(account.id()), at));
        for (Lot lot : stores.ledger().lotsAsOf(account.id(), last.get().id().seq())) {
            open = open.plus(lot.remaining());
            Points free = lot.remaining().minus(held.getOrDefault(lot.id(), Points.ZERO));
            inForce = lot.life().isInForce(at) ? inForce.plus(free) : inForce;
        }
        Points booked = last.get().balanceAfter();
        Points debt = open.minus(booked);
        return new Balance(booked, inForce.minus(debt), debt);
    }

    Statement statement(Instant from, Instant to, Instant now) {
        Optional<PointEntry> before = stores.ledger().lastAt(account.id(), from.minusNanos(1_000));
        Optional<PointEntry> last = stores.ledger().lastAt(account.id(), to.minusNanos(1_000));
        long firstSeq = before.map(entry -> entry.id().seq()).orElse(0L) + 1;
        long lastSeq = last.map(entry -> entry.id().seq()).orElse(0L);
        List<PointEntry> entries =
                lastSeq < firstSeq ? List.of() : stores.ledger().entries(account.id(), firstSeq, lastSeq);

        Points opening = before.map(PointEntry::balanceAfter).orElse(Points.ZERO);
        Points closing =
                entries.isEmpty() ? opening : entries.get(entries.size() - 1).balanceAfter();
        Club club = clubs.require(account.club(), now, stores).club();
        return new Statement(
                new Statement.Owner(account.id(), account.club(), account.schemeIn(club, now)),
                new Statement.Period(from, to, opening, entries, closing),
                totals(entries),
                new Statement.Now(
                        now, balance(now), expiringNext(now), provisional(), Eligible.is(account, club, stores)));
    }

    private Provisional provisional() {
        return stores.waitingSales().provisional(Set.of(account.id())).getOrDefault(account.id(), Provisional.NOTHING);
    }

    PointsSummary summary(Instant now) {
        Map<EntryKind, Points> totals = stores.ledger().totals(account.id(), Instant.EPOCH, ExpiryRule.FOREVER);
        Points earned = Points.ZERO;
        for (EntryKind kind : List.of(EntryKind.SALE, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.OPENING)) {
            earned = earned.plus(totals.getOrDefault(kind, Points.ZERO));
        }
        Points redeemed = totals.getOrDefault(EntryKind.REDEMPTION, Points.ZERO).negated();
        return new PointsSummary(balance(now), earned, redeemed, provisional());
    }

    private static Map<EntryKind, Points> totals(List<PointEntry> entries) {
        Map<EntryKind, Points> totals = new TreeMap<>();
        entries.forEach(entry -> totals.merge(entry.kind(), entry.points(), Points::plus));
        return totals;
    }

    private @Nullable Outstanding expiringNext(Instant now) {
        return expiring(now).stream().findFirst().orElse(null);
    }

    /** What of the points that are there now lapses when, the next first. */
    List<Outstanding> expiring(Instant now) {
        Map<Instant, Points> byEnd = new TreeMap<>();
        for (Lot lot : stores.ledger().lotsAsOf(account.id(), account.head().seq())) {
            boolean ends = !lot.life().isLapsed(now) && lot.life().lapsesAt().isBefore(ExpiryRule.FOREVER);
            if (ends) {
                byEnd.merge(lot.life().lapsesAt(), lot.remaining(), Points::plus);
            }
        }
        return byEnd.entrySet().stream()
                .map(end -> new Outstanding(end.getKey(), end.getValue()))
                .toList();
    }
}
