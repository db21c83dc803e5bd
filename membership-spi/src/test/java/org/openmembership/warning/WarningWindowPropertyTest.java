package org.openmembership.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.openmembership.testkit.Requirement;
import org.openmembership.warning.WarningWindow.Days;
import org.openmembership.warning.WarningWindow.Kind;

/** Windows lie on the calendar as their names say, on any day. */
@Requirement("B67")
class WarningWindowPropertyTest {

    @Property
    void weeks_and_months_follow_each_other_without_gap_and_begin_no_earlier_than_today(
            @ForAll @IntRange(min = 10_000, max = 40_000) int epochDay) {
        LocalDate today = LocalDate.ofEpochDay(epochDay);
        Days week = WarningWindow.of(Kind.CURRENT_WEEK).on(today);
        Days nextWeek = WarningWindow.of(Kind.NEXT_WEEK).on(today);
        Days month = WarningWindow.of(Kind.CURRENT_MONTH).on(today);
        Days nextMonth = WarningWindow.of(Kind.NEXT_MONTH).on(today);

        assertThat(week.first()).isEqualTo(today);
        assertThat(week.last().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(nextWeek.first()).isEqualTo(week.last().plusDays(1));
        assertThat(nextWeek.last()).isEqualTo(week.last().plusDays(7));
        assertThat(month.first()).isEqualTo(today);
        assertThat(month.last().plusDays(1).getDayOfMonth()).isOne();
        assertThat(month.last().getMonth()).isEqualTo(today.getMonth());
        assertThat(nextMonth.first()).isEqualTo(month.last().plusDays(1));
        assertThat(nextMonth.last().plusDays(1)).isEqualTo(nextMonth.first().plusMonths(1));
    }

    @Property
    void so_many_days_begin_today(
            @ForAll @IntRange(min = 10_000, max = 40_000) int epochDay, @ForAll @IntRange(max = 3_660) int days) {
        LocalDate today = LocalDate.ofEpochDay(epochDay);

        Days within = WarningWindow.withinDays(days).on(today);

        assertThat(within).isEqualTo(new Days(today, today.plusDays(days)));
    }
}
