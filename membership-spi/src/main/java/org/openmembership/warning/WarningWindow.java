package org.openmembership.warning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.openmembership.shared.ReasonCode;

/**
 * Which points are to be warned of: those whose last day falls into a stretch of the club's calendar (B67).
 *
 * @param days how many days from today on for {@link Kind#WITHIN_DAYS}, 0 to 3660, today alone being 0; else 0
 */
public record WarningWindow(Kind kind, int days) {
    /** The vendor's usual notice: ninety days. */
    public static final WarningWindow USUAL = withinDays(90);

    /** A stretch of the calendar; weeks begin on Monday. */
    public enum Kind {
        CURRENT_WEEK,
        NEXT_WEEK,
        CURRENT_MONTH,
        NEXT_MONTH,
        WITHIN_DAYS
    }

    /** The first and the last day of a window, both included. */
    public record Days(LocalDate first, LocalDate last) {}

    public WarningWindow {
        boolean counted = kind == Kind.WITHIN_DAYS;
        if (days < 0 || days > 3_660 || !counted && days != 0) {
            throw new IllegalArgumentException(kind + " does not take " + days + " days");
        }
    }

    public static WarningWindow of(Kind kind) {
        return new WarningWindow(kind, 0);
    }

    public static WarningWindow withinDays(int days) {
        return new WarningWindow(Kind.WITHIN_DAYS, days);
    }

    /** Its days as seen from {@code today}; those before it have passed, and are left out. */
    public Days on(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        return switch (kind) {
            case CURRENT_WEEK -> new Days(today, monday.plusDays(6));
            case NEXT_WEEK -> new Days(monday.plusWeeks(1), monday.plusDays(13));
            case CURRENT_MONTH -> new Days(today, month.plusMonths(1).minusDays(1));
            case NEXT_MONTH -> new Days(month.plusMonths(1), month.plusMonths(2).minusDays(1));
            case WITHIN_DAYS -> new Days(today, today.plusDays(days));
        };
    }

    /** The name under which a warning is kept: a lot is warned of once in each window. */
    public ReasonCode code() {
        return ReasonCode.of(kind == Kind.WITHIN_DAYS ? kind + "_" + days : kind.name());
    }
}
