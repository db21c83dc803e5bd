package org.openmembership.club;

import java.util.List;

/**
 * How a purchase earns: lines that match the condition on valid days give points at the rate (A43-A46, B25).
 *
 * @param id named in explanations
 * @param state only published rules calculate
 * @param choice the place among rules that match the same line
 * @param condition what a line must be; {@link LineCondition#ANY} matches all
 * @param reward what a matching line gives
 */
public record PointRule(RuleId id, Publication state, Choice choice, LineCondition condition, Reward reward) {
    /**
     * When the rule stands, and before which others.
     *
     * @param priority among the rules that match a line only those with the highest are used, and all of those (A44)
     * @param validity by the day of the sale in the club's zone
     */
    public record Choice(int priority, Validity validity) {}

    /**
     * Points of a kind at a rate.
     *
     * @param caps the most the rule gives an account, before offers act on it and before rounding; all of them hold
     */
    public record Reward(PointRate rate, PointKind kind, List<PointCap> caps) {
        public Reward {
            caps = List.copyOf(caps);
        }
    }

    /** The same rule with caps of its own. */
    public PointRule capped(PointCap... caps) {
        return new PointRule(id, state, choice, condition, new Reward(reward.rate(), reward.kind(), List.of(caps)));
    }

    /** The rule that applies to every line when nothing better matches: priority 0, no filters, always (A45). */
    public static PointRule everything(String id, PointRate rate) {
        return of(id, 0, Validity.ALWAYS, LineCondition.ANY, rate);
    }

    /** A published rule that gives award points. */
    public static PointRule of(String id, int priority, Validity validity, LineCondition condition, PointRate rate) {
        return new PointRule(
                RuleId.of(id),
                Publication.PUBLISHED,
                new Choice(priority, validity),
                condition,
                new Reward(rate, PointKind.AWARD, List.of()));
    }
}
