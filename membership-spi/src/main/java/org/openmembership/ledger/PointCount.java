package org.openmembership.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointCap;
import org.openmembership.club.RuleId;
import org.openmembership.shared.Points;

/**
 * How many points an account has got in a span that a cap counts (R36). It only ever grows, under the account's lock, so no
 * row is shared by two members.
 *
 * @param points above zero
 * @param version how often it was changed; 1 when it is new
 */
public record PointCount(AccountId account, Span span, Points points, long version) {
    /**
     * What is counted together.
     *
     * @param rule whose points, null for those of all rules and offers
     * @param start the day from which the span counts
     */
    public record Span(@Nullable RuleId rule, PointCap.Span kind, LocalDate start) {}

    public PointCount {
        if (!points.isPositive() || version < 1) {
            throw new IllegalArgumentException("a count is above zero, not " + points + " in version " + version);
        }
    }

    public PointCount plus(Points more) {
        return new PointCount(account, span, points.plus(more), version + 1);
    }
}
