package org.openmembership.club;

import java.math.BigDecimal;
import org.openmembership.shared.Points;

/**
 * Extra, multiplied or replaced points on matching lines, worked out after all rules (B56, R35).
 *
 * <p>At most one offer acts on a line: the one with the highest priority, among equals the one with the smaller id. The
 * {@linkplain Effect.DiscountFactor factors of discounts} come before it and do not count as one.
 *
 * @param id named in explanations
 * @param state only published offers calculate
 * @param choice when it stands, and before which others
 * @param condition what a line must be; usually the promotion code it was sold under
 * @param effect what it does to the line's points
 */
public record PointOffer(
        RuleId id, Publication state, PointRule.Choice choice, LineCondition condition, Effect effect) {
    /** A published offer. */
    public static PointOffer of(String id, int priority, Validity validity, LineCondition condition, Effect effect) {
        return new PointOffer(
                RuleId.of(id), Publication.PUBLISHED, new PointRule.Choice(priority, validity), condition, effect);
    }

    /** What an offer does to the points of one line. */
    public sealed interface Effect {
        /** Multiplies what the rules gave: 3 is triple. */
        record Factor(BigDecimal factor) implements Effect {
            public Factor {
                factor = Decimals.notNegative("Factor", factor);
            }
        }

        /**
         * The multiplier of a discount under which a line was sold. All that match a line add up, whatever their priority:
         * with 2 and 3 the base counts five times (R35). They come before the one point offer of the line.
         */
        record DiscountFactor(BigDecimal factor) implements Effect {
            public DiscountFactor {
                factor = Decimals.notNegative("DiscountFactor", factor);
            }
        }

        /** Adds points for each unit of the line's quantity. */
        record AdditionalPerUnit(Points points) implements Effect {}

        /** Gives these points for each unit instead of what the rules gave, if that is more. */
        record ReplacementPerUnit(Points points) implements Effect {}
    }
}
