package org.openmembership.journals;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.command.Situation;
import org.openmembership.command.Situation.Details;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.step.DatedPoints;
import org.openmembership.step.PointTransfer;

/** Puts lines into the workbooks of their accounts, one after the other. Not thread-safe. */
final class LinePosting {
    private final Situation situation;
    private final Club club;
    private final DatedPoints dated;
    private final Set<AccountId> beyond = new HashSet<>();

    LinePosting(Situation situation) {
        this.situation = situation;
        this.club = situation.terms();
        this.dated = new DatedPoints(club);
    }

    /** Decides on a line that is right as far as its account's points do not matter; answers why it cannot be posted. */
    Optional<JournalRefusal> post(JournalLine line, int number) {
        AccountId to = line.to();
        if (beyond.contains(line.account()) || to != null && beyond.contains(to)) {
            return Optional.empty();
        }
        try {
            return to == null ? move(line, number) : transfer(line, to, number);
        } catch (ArithmeticException tooMuch) {
            // what the workbooks say now is of no use to later lines
            beyond.add(line.account());
            if (to != null) {
                beyond.add(to);
            }
            return Optional.of(JournalRefusal.OUT_OF_RANGE);
        }
    }

    private Optional<JournalRefusal> move(JournalLine line, int number) {
        AccountLedger ledger = situation.ledger(line.account());
        Points taken = line.points().negated();
        if (taken.isPositive() && ledger.available().isLessThan(taken)) {
            return Optional.of(JournalRefusal.NOT_ENOUGH_POINTS);
        }
        PointEntry.Cause cause = cause(line, line.kind(), details(line, number, null), ledger);
        if (taken.isPositive()) {
            ledger.spend(cause, taken, club.terms().spending().order(), Points.ZERO);
        } else {
            dated.earn(ledger, cause, line.points(), line.days());
        }
        return Optional.empty();
    }

    /** A transfer has two entries, which is why its parts are counted by two. */
    private Optional<JournalRefusal> transfer(JournalLine line, AccountId to, int number) {
        AccountLedger source = situation.ledger(line.account());
        AccountLedger target = situation.ledger(to);
        PointTransfer transfer = new PointTransfer(source, target, club);
        Optional<PointTransfer.Hindrance> hindrance = transfer.hindrance(line.points());
        if (hindrance.isEmpty()) {
            Details out = details(line, 2 * number - 1, target.nextId());
            Details in = details(line, 2 * number, source.nextId());
            transfer.move(
                    cause(line, EntryKind.TRANSFER_FROM, out, source),
                    cause(line, EntryKind.TRANSFER_TO, in, target),
                    line.points());
        }
        return hindrance.map(reason -> JournalRefusal.valueOf(reason.name()));
    }

    /** Writes off what came to a life already over; numbered behind {@code lastPart}. */
    static void expireLapsed(Situation situation, int lastPart) {
        int part = lastPart;
        for (AccountLedger ledger : situation.ledgers().values()) {
            part = DatedPoints.writeOff(ledger, part, (lapsed, number) -> situation.lapse(ledger, lapsed, number));
        }
    }

    private Details details(JournalLine line, int part, @Nullable EntryId related) {
        return new Details(
                part, dated.occurredAt(line.days()), related, line.details().reason(), PointEntry.Scene.UNKNOWN);
    }

    private PointEntry.Cause cause(JournalLine line, EntryKind kind, Details details, AccountLedger ledger) {
        PointEntry.Cause cause = situation.cause(ledger, kind, line.details().pointKind(), details);
        BigMoney perPoint = line.details().valuePerPoint();
        return perPoint == null ? cause : cause.worth(perPoint);
    }
}
