package org.openmembership.journals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.EntryKind;
import org.openmembership.shared.Points;

/**
 * What can be said against a line without looking at points. Counts what an actor adjusts of each account, so that lines are
 * asked in their order. Not thread-safe.
 */
final class LineCheck {
    private static final int VALUE_DECIMALS = 6;
    private static final Set<EntryKind> ADDING =
            EnumSet.of(EntryKind.SALE, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.OPENING);
    private static final Set<EntryKind> NORMAL = EnumSet.of(
            EntryKind.SALE, EntryKind.REDEMPTION, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.NEGATIVE_ADJUSTMENT);

    private final Club club;
    private final JournalType type;
    private final LocalDate today;
    private final @Nullable Points alone;
    private final Map<AccountId, Long> adjusted = new HashMap<>();

    /** @param alone the most the actor may adjust of an account, null for no limit */
    LineCheck(Club club, JournalType type, LocalDate today, @Nullable Points alone) {
        this.club = club;
        this.type = type;
        this.today = today;
        this.alone = alone;
    }

    List<JournalRefusal> against(JournalLine line, @Nullable MemberAccount account) {
        List<JournalRefusal> found = new ArrayList<>();
        if (account == null) {
            found.add(JournalRefusal.UNKNOWN_ACCOUNT);
        } else if (!account.club().equals(club.id())) {
            found.add(JournalRefusal.OTHER_CLUB);
        } else if (account.isClosed()) {
            found.add(JournalRefusal.CLOSED);
        }
        addKind(line, found);
        addDates(line, found);
        addValue(line.details().valuePerPoint(), found);
        if (isBeyondLimit(line)) {
            found.add(JournalRefusal.NEEDS_APPROVAL);
        }
        return found;
    }

    private void addKind(JournalLine line, List<JournalRefusal> found) {
        boolean fits = switch (type) {
            case NORMAL -> NORMAL.contains(line.kind());
            case OPENING -> line.kind() == EntryKind.OPENING;
        };
        if (!fits) {
            found.add(JournalRefusal.WRONG_KIND);
        } else if (ADDING.contains(line.kind())
                ? !line.points().isPositive()
                : !line.points().isNegative()) {
            found.add(JournalRefusal.WRONG_SIGN);
        }
        if (type == JournalType.NORMAL && line.details().reason() == null) {
            found.add(JournalRefusal.NO_REASON);
        }
    }

    private void addDates(JournalLine line, List<JournalRefusal> found) {
        LocalDate date = line.details().date();
        LocalDate lastDay = line.details().lastDay();
        if (date != null && date.isAfter(today)) {
            found.add(JournalRefusal.IN_FUTURE);
        }
        if (lastDay != null && line.points().isNegative()) {
            found.add(JournalRefusal.LAST_DAY_OF_TAKEN_POINTS);
        } else if (lastDay != null && lastDay.isBefore(date == null ? today : date)) {
            found.add(JournalRefusal.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private void addValue(@Nullable BigMoney perPoint, List<JournalRefusal> found) {
        if (perPoint != null
                && (!perPoint.getCurrencyUnit().equals(club.place().currency())
                        || perPoint.isNegative()
                        || perPoint.getAmount().stripTrailingZeros().scale() > VALUE_DECIMALS)) {
            found.add(JournalRefusal.WRONG_VALUE);
        }
    }

    /** Splitting an adjustment into several lines does not make it a smaller one. */
    private boolean isBeyondLimit(JournalLine line) {
        long size = Math.abs(line.points().hundredths());
        long sum = adjusted.merge(line.account(), size, Math::addExact);
        return alone != null && sum > alone.hundredths();
    }
}
