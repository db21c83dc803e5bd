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
 * @param most the least cap by which it was bounded when it last grew
 * @param version how often it was changed; 1 when it is new
 */
public record PointCount(AccountId account, Span span, Points points, Points most, long version) {
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

    /**
     * What a sale or an event adds to a span.
     *
     * @param most the least cap that bounds it
     */
    public record Use(Points points, Points most) {
        /** Both in one: what one of them may still have was bounded by the later cap. */
        public Use then(Use later) {
            return new Use(points.plus(later.points), later.most);
        }
    }

    /** The first count of a span. */
    public static PointCount first(AccountId account, Span span, Use use) {
        return new PointCount(account, span, use.points(), use.most(), 1);
    }

    public PointCount plus(Use more) {
        return new PointCount(account, span, points.plus(more.points()), more.most(), version + 1);
    }
}
