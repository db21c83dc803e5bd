package org.openmembership.club;

import java.time.LocalDate;
import org.openmembership.shared.Points;

/**
 * The most points an account can get in a span (R36).
 *
 * <p>A span is that of the sale's own day in the club's zone, also for a sale that arrives late. What a return takes back
 * makes no room again, so that buying and giving back never gets around a cap.
 *
 * @param span over which points are counted
 * @param most above zero
 */
public record PointCap(Span span, Points most) {
    /** What is counted together. */
    public enum Span {
        SALE,
        DAY,
        MONTH,
        YEAR,
        EVER;

        /** The day from which the span that holds {@code day} counts; for {@link #SALE} the day itself. */
        public LocalDate startOf(LocalDate day) {
            return switch (this) {
                case SALE, DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
                case EVER -> LocalDate.EPOCH;
            };
        }
    }

    public PointCap {
        if (!most.isPositive()) {
            throw new IllegalArgumentException("a cap must be above zero points, not " + most);
        }
    }

    public static PointCap of(Span span, long most) {
        return new PointCap(span, Points.of(most));
    }
}
