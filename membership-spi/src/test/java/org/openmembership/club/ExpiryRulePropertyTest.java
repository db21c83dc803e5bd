package org.openmembership.club;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmembership.club.ExpiryRule.EndOf.Unit;
import org.openmembership.testkit.Requirement;

/** The last day is valid to its end in the club's zone, whatever the calendar does there. */
class ExpiryRulePropertyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Property(tries = 2_000)
    @Requirement({"R25", "I6", "F11"})
    void points_count_through_the_whole_last_day_and_no_longer(
            @ForAll("days") LocalDate earnedOn, @ForAll("periods") Period period, @ForAll("zones") ZoneId zone) {
        LocalDate lastDay = earnedOn.plus(period);

        Instant lapsesAt = ExpiryRule.after(period).lapsesAt(earnedOn, zone);

        assertEndsWith(lastDay, lapsesAt, zone);
    }

    @Property(tries = 2_000)
    @Requirement("R25")
    void the_end_of_a_month_quarter_or_year_is_its_last_day(
            @ForAll Unit unit,
            @ForAll("days") LocalDate earnedOn,
            @ForAll("periods") Period period,
            @ForAll("zones") ZoneId zone) {
        Instant lapsesAt = new ExpiryRule.EndOf(unit, period).lapsesAt(earnedOn, zone);

        LocalDate lastDay = lastDay(lapsesAt, zone);
        assertEndsWith(lastDay, lapsesAt, zone);
        assertThat(lastDay).isAfterOrEqualTo(earnedOn.plus(period));
        LocalDate next = lastDay.plusDays(1);
        assertThat(next.getDayOfMonth()).isEqualTo(1);
        assertThat((next.getMonthValue() - 1) % months(unit)).isZero();
        assertThat(lastDay.minusMonths(months(unit))).isBefore(earnedOn.plus(period));
    }

    @Property
    @Requirement("R25")
    void a_fixed_day_is_in_the_year_after_the_earning_day(
            @ForAll("days") LocalDate earnedOn, @ForAll("days") LocalDate any, @ForAll("zones") ZoneId zone) {
        MonthDay day = MonthDay.from(any);

        Instant lapsesAt = new ExpiryRule.FixedDayOfNextYear(day).lapsesAt(earnedOn, zone);

        assertEndsWith(day.atYear(earnedOn.getYear() + 1), lapsesAt, zone);
    }

    @Property
    @Requirement("R25")
    void what_is_earned_later_never_lapses_earlier(
            @ForAll("periods") Period period, @ForAll("days") LocalDate day, @ForAll @IntRange(max = 400) int later) {
        for (ExpiryRule rule : List.of(
                ExpiryRule.never(),
                ExpiryRule.after(period),
                new ExpiryRule.FixedDayOfNextYear(MonthDay.of(2, 29)),
                new ExpiryRule.EndOf(Unit.QUARTER, period))) {
            assertThat(rule.lapsesAt(day.plusDays(later), BERLIN)).isAfterOrEqualTo(rule.lapsesAt(day, BERLIN));
        }
    }

    @ParameterizedTest
    @Requirement({"R25", "F11", "B6"})
    @CsvSource({
        "2027-01-31, P1M, 2027-02-28",
        "2028-01-31, P1M, 2028-02-29",
        "2028-02-29, P1Y, 2029-02-28",
        "2026-12-31, P0D, 2026-12-31",
        "2026-02-28, P1Y1D, 2027-03-01",
        "2026-03-28, P1D, 2026-03-29",
        "2026-10-24, P1D, 2026-10-25",
    })
    void a_period_ends_on_the_day_the_calendar_says(LocalDate earnedOn, Period period, LocalDate lastDay) {
        assertEndsWith(lastDay, ExpiryRule.after(period).lapsesAt(earnedOn, BERLIN), BERLIN);
    }

    @Test
    @Requirement({"R25", "F11"})
    void a_day_of_23_or_25_hours_counts_to_its_end() {
        ExpiryRule sameDay = ExpiryRule.after(Period.ZERO);

        assertThat(sameDay.lapsesAt(LocalDate.of(2026, 3, 29), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(sameDay.lapsesAt(LocalDate.of(2026, 10, 25), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    @Requirement({"R25", "F11"})
    void where_midnight_does_not_exist_the_day_ends_when_the_next_begins() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");

        Instant lapsesAt = ExpiryRule.after(Period.ZERO).lapsesAt(LocalDate.of(2024, 3, 30), beirut);

        assertThat(lapsesAt).isEqualTo(Instant.parse("2024-03-30T22:00:00Z"));
        assertThat(lapsesAt.atZone(beirut).getHour()).isEqualTo(1);
    }

    @Test
    @Requirement("R25")
    void points_that_never_lapse_say_so() {
        assertThat(ExpiryRule.never().lapsesAt(LocalDate.of(2026, 1, 1), BERLIN))
                .isEqualTo(ExpiryRule.FOREVER);
    }

    private static void assertEndsWith(LocalDate lastDay, Instant lapsesAt, ZoneId zone) {
        assertThat(lastDay(lapsesAt, zone)).isEqualTo(lastDay);
        assertThat(lapsesAt.atZone(zone).toLocalDate()).isAfter(lastDay);
    }

    /** The day of the last nanosecond that counts. */
    private static LocalDate lastDay(Instant lapsesAt, ZoneId zone) {
        return LocalDate.ofInstant(lapsesAt.minusNanos(1), zone);
    }

    private static int months(Unit unit) {
        return switch (unit) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
    }

    @Provide
    Arbitrary<LocalDate> days() {
        long first = LocalDate.of(1995, 1, 1).toEpochDay();
        long last = LocalDate.of(2060, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers()
                .between(0, 60)
                .flatMap(months -> Arbitraries.integers()
                        .between(0, 400)
                        .map(days -> Period.of(0, months, days).normalized()));
    }

    /** All zones but those that have left out a whole day. */
    @Provide
    Arbitrary<ZoneId> zones() {
        List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> zone.getRules().getTransitions().stream()
                        .noneMatch(change -> change.getDuration().abs().toHours() >= 20))
                .toList();
        return Arbitraries.of(zones);
    }
}
