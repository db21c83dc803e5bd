package org.openmembership.club;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ReviewTerms.Anchors;

/** How long a scheme holds that an account has entered (R43). */
public sealed interface Tenure {
    /** As long as it is kept, which each review looks at. */
    Tenure WHILE_KEPT = new WhileKept();

    /** The last day of a validity that begins on {@code first}; null where it is not limited. */
    @Nullable
    LocalDate lastDay(LocalDate first, Anchors anchors);

    /** As long as it is kept; without a keep threshold, for life. */
    record WhileKept() implements Tenure {
        @Override
        public @Nullable LocalDate lastDay(LocalDate first, Anchors anchors) {
            return null;
        }
    }

    /** For a period, at whose end a review decides whether it begins anew. */
    record For(Period period) implements Tenure {
        public For {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("a validity must be above zero, but is " + period);
            }
        }

        @Override
        public LocalDate lastDay(LocalDate first, Anchors anchors) {
            return first.plus(period).minusDays(1);
        }
    }

    /** To the end of a year, at which a review decides whether it begins anew. */
    record ToYearEnd(Year year, int yearsLater) implements Tenure {
        /** The years there are. */
        public enum Year {
            CALENDAR_YEAR,
            /** Of the account, from anniversary to anniversary of its opening. */
            MEMBER_YEAR
        }

        public ToYearEnd {
            if (yearsLater < 0 || yearsLater > 100) {
                throw new IllegalArgumentException("a validity ends 0 to 100 years later, not " + yearsLater);
            }
        }

        @Override
        public LocalDate lastDay(LocalDate first, Anchors anchors) {
            return year == Year.CALENDAR_YEAR
                    ? LocalDate.of(first.getYear() + yearsLater, 12, 31)
                    : anchors.anniversary(anchors.yearsUntil(first) + 1 + yearsLater)
                            .minusDays(1);
        }
    }
}
