package org.openmembership.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.RoundingRule;
import org.openmembership.shared.Points;

/**
 * What an envoy gets (A52, A53, R56).
 *
 * @param percent of the award points a recruit's sales earn, above 0 and at most 100, with at most two decimals
 * @param benefitDays for how many days of 24 hours after a recruit was tied, 1 to {@link #MAX_DAYS}; null without end
 */
public record EnvoyTerms(BigDecimal percent, @Nullable Integer benefitDays) {
    public static final int MAX_DAYS = 36_600;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int SCALE = 2;

    public EnvoyTerms {
        String problem = problemOfPercent(percent);
        problem = problem == null ? problemOfDays(benefitDays) : problem;
        if (problem != null) {
            throw new IllegalArgumentException("EnvoyTerms " + problem + ": " + percent + ", " + benefitDays);
        }
        percent = percent.setScale(SCALE);
    }

    /** Without an end of the benefits. */
    public static EnvoyTerms ofPercent(String percent) {
        return new EnvoyTerms(new BigDecimal(percent), null);
    }

    /** The same share, for some days only. */
    public EnvoyTerms forDays(int days) {
        return new EnvoyTerms(percent, days);
    }

    /** Says what is wrong with a share, or null if nothing is. */
    public static @Nullable String problemOfPercent(BigDecimal percent) {
        boolean inside = percent.signum() > 0 && percent.compareTo(WHOLE) <= 0;
        return inside && percent.stripTrailingZeros().scale() <= SCALE
                ? null
                : "must be above 0 and at most 100 percent, with at most two decimals";
    }

    /** Says what is wrong with a benefits period, or null if nothing is. */
    public static @Nullable String problemOfDays(@Nullable Integer days) {
        return days == null || days >= 1 && days <= MAX_DAYS ? null : "must be 1 to " + MAX_DAYS + " days";
    }

    /** The first instant that brings nothing any more for a recruit tied at {@code since}; null where there is none. */
    public @Nullable Instant benefitUntil(Instant since) {
        return benefitDays == null ? null : since.plus(Duration.ofDays(benefitDays));
    }

    /** The share of what a recruit has earned; nothing of nothing, or of less. */
    public Points of(Points earned, RoundingRule rounding) {
        return earned.isPositive() ? rounding.round(earned.toBigDecimal().multiply(percent), WHOLE) : Points.ZERO;
    }
}
