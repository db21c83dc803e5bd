package org.openmembership.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.command.Situation;
import org.openmembership.command.Situation.Details;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** Puts lines into the workbooks of their accounts, one after the other. Not thread-safe. */
final class LinePosting {
    private final Situation situation;
    private final Club club;
    private final Set<AccountId> beyond = new HashSet<>();

    LinePosting(Situation situation) {
        this.situation = situation;
        this.club = situation.terms();
    }

    /** Decides on a line that is right as far as its account's points do not matter; answers why it cannot be posted. */
    Optional<JournalRefusal> post(JournalLine line, int number) {
        AccountLedger ledger = situation.ledger(line.account());
        if (beyond.contains(line.account())) {
            return Optional.empty();
        }
        if (ledger.available().isLessThan(line.points().negated())) {
            return Optional.of(JournalRefusal.NOT_ENOUGH_POINTS);
        }
        try {
            PointEntry.Cause cause = cause(line, number, ledger);
            if (line.points().isPositive()) {
                ledger.earn(cause, line.points(), life(line, ledger.at()));
            } else {
                ledger.spend(
                        cause, line.points().negated(), club.terms().spending().order(), Points.ZERO);
            }
            return Optional.empty();
        } catch (ArithmeticException tooMuch) {
            // what the workbook says now is of no use to later lines
            beyond.add(line.account());
            return Optional.of(JournalRefusal.OUT_OF_RANGE);
        }
    }

    /** Writes off what came to a life already over; numbered behind {@code lines}. */
    void expireLapsed(int lines) {
        int part = lines;
        for (AccountLedger ledger : situation.ledgers().values()) {
            for (LotId lapsed : ledger.bornLapsed()) {
                part++;
                PointKind kind = ledger.kindOf(lapsed);
                ledger.expire(
                        situation.cause(ledger, EntryKind.EXPIRY, kind, Details.related(part, lapsed.entry())), lapsed);
            }
        }
    }

    private PointEntry.Cause cause(JournalLine line, int number, AccountLedger ledger) {
        LocalDate date = line.details().date();
        Details details = new Details(
                number, date == null ? null : start(date), null, line.details().reason(), PointEntry.Scene.UNKNOWN);
        PointEntry.Cause cause =
                situation.cause(ledger, line.kind(), line.details().pointKind(), details);
        BigMoney perPoint = line.details().valuePerPoint();
        return perPoint == null ? cause : cause.worth(perPoint);
    }

    private Lot.Life life(JournalLine line, Instant now) {
        LocalDate date = line.details().date();
        LocalDate lastDay = line.details().lastDay();
        Instant earnedAt = date == null ? now : start(date);
        Instant end = lastDay == null ? club.lapsesAt(earnedAt) : start(lastDay.plusDays(1));
        return new Lot.Life(earnedAt, earnedAt, end.isAfter(ExpiryRule.FOREVER) ? ExpiryRule.FOREVER : end);
    }

    private Instant start(LocalDate day) {
        ZoneId zone = club.place().zone();
        return day.atStartOfDay(zone).toInstant();
    }
}
