package org.openmembership.journals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.EntryKind;
import org.openmembership.shared.Points;
import org.openmembership.step.Allowance;
import org.openmembership.step.DatedPoints;

/**
 * What can be said against a line without looking at points. Counts what an actor adjusts of each account, so that lines are
 * asked in their order. Not thread-safe.
 */
final class LineCheck {
    private static final int VALUE_DECIMALS = 6;
    private static final Set<EntryKind> ABOVE_ZERO =
            EnumSet.of(EntryKind.SALE, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.OPENING, EntryKind.TRANSFER_FROM);
    private static final Set<EntryKind> NORMAL = EnumSet.of(
            EntryKind.SALE, EntryKind.REDEMPTION, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.NEGATIVE_ADJUSTMENT);

    private final Club club;
    private final JournalType type;
    private final LocalDate today;
    private final Allowance.Left left;
    private final Map<AccountId, Points> adjusted = new HashMap<>();
    private Points all = Points.ZERO;

    /** @param left what the actor may adjust alone */
    LineCheck(Club club, JournalType type, LocalDate today, Allowance.Left left) {
        this.club = club;
        this.type = type;
        this.today = today;
        this.left = left;
    }

    List<JournalRefusal> against(JournalLine line, Map<AccountId, MemberAccount> accounts) {
        Set<JournalRefusal> found = new LinkedHashSet<>();
        addAccount(accounts.get(line.account()), found);
        AccountId to = line.to();
        if (to != null) {
            addAccount(accounts.get(to), found);
        }
        if (type == JournalType.TRANSFER && (to == null || to.equals(line.account()))) {
            found.add(JournalRefusal.NO_OTHER_ACCOUNT);
        }
        addKind(line, found);
        addDates(line, found);
        addValue(line.details().valuePerPoint(), found);
        if (isBeyondLimit(line)) {
            found.add(JournalRefusal.NEEDS_APPROVAL);
        }
        return List.copyOf(found);
    }

    private void addAccount(@Nullable MemberAccount account, Set<JournalRefusal> found) {
        if (account == null) {
            found.add(JournalRefusal.UNKNOWN_ACCOUNT);
        } else if (!account.club().equals(club.id())) {
            found.add(JournalRefusal.OTHER_CLUB);
        } else if (account.isClosed()) {
            found.add(JournalRefusal.CLOSED);
        } else if (type == JournalType.TRANSFER && account.block().isPresent()) {
            found.add(JournalRefusal.BLOCKED);
        }
    }

    private void addKind(JournalLine line, Set<JournalRefusal> found) {
        boolean fits = switch (type) {
            case NORMAL -> NORMAL.contains(line.kind());
            case TRANSFER -> line.kind() == EntryKind.TRANSFER_FROM;
            case OPENING -> line.kind() == EntryKind.OPENING;
        };
        boolean names = line.to() == null || type == JournalType.TRANSFER;
        if (!fits || !names) {
            found.add(JournalRefusal.WRONG_KIND);
        } else if (ABOVE_ZERO.contains(line.kind())
                ? !line.points().isPositive()
                : !line.points().isNegative()) {
            found.add(JournalRefusal.WRONG_SIGN);
        }
        if (type == JournalType.NORMAL && line.details().reason() == null) {
            found.add(JournalRefusal.NO_REASON);
        }
    }

    private void addDates(JournalLine line, Set<JournalRefusal> found) {
        DatedPoints.Days days = line.days();
        if (days.isInFuture(today)) {
            found.add(JournalRefusal.IN_FUTURE);
        }
        if (days.last() != null && line.takes()) {
            found.add(JournalRefusal.LAST_DAY_OF_TAKEN_POINTS);
        } else if (days.endsBeforeItBegins(today)) {
            found.add(JournalRefusal.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private void addValue(@Nullable BigMoney perPoint, Set<JournalRefusal> found) {
        if (perPoint != null
                && (!perPoint.getCurrencyUnit().equals(club.place().currency())
                        || perPoint.isNegative()
                        || perPoint.getAmount().stripTrailingZeros().scale() > VALUE_DECIMALS)) {
            found.add(JournalRefusal.WRONG_VALUE);
        }
    }

    /** What is on the actor's account with all lines that were asked for; null where that is not counted. */
    @Nullable
    AdjustedDay counted() {
        return left.after(all);
    }

    /** Splitting an adjustment into several lines does not make it a smaller one. */
    private boolean isBeyondLimit(JournalLine line) {
        if (type == JournalType.TRANSFER) {
            return false;
        }
        Points moved = line.points().max(line.points().negated());
        all = together(all, moved);
        Points ofAccount = adjusted.merge(line.account(), moved, LineCheck::together);
        return !left.isWithinOnce(ofAccount) || !left.isWithinDay(all);
    }

    /** What many lines add up to may exceed what any balance may (I25); no limit is beyond that. */
    private static Points together(Points one, Points other) {
        return Points.ofHundredths(Math.min(one.hundredths() + other.hundredths(), Points.MAX.hundredths()));
    }
}
