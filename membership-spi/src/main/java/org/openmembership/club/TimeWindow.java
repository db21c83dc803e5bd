package org.openmembership.club;

import java.time.LocalTime;

/**
 * A stretch of every day by the club's clock, such as a happy hour.
 *
 * <p>Where it ends before it starts it goes on past midnight: 22:00 to 02:00 holds at 23:00 and at 01:00. The weekday of a
 * rule is that of the sale, so the hour after midnight belongs to the next day.
 *
 * @param from the first moment
 * @param to the first moment no longer in it; another than {@code from}
 */
public record TimeWindow(LocalTime from, LocalTime to) {
    public TimeWindow {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a time window from " + from + " to " + to + " never holds");
        }
    }

    public static TimeWindow between(String from, String to) {
        return new TimeWindow(LocalTime.parse(from), LocalTime.parse(to));
    }

    public boolean covers(LocalTime time) {
        boolean started = !time.isBefore(from);
        boolean goesOn = time.isBefore(to);
        return from.isBefore(to) ? started && goesOn : started || goesOn;
    }
}
