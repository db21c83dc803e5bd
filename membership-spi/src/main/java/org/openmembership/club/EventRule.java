package org.openmembership.club;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/**
 * Points for something other than what a sale is worth: a registration, a birthday, a referral, whatever the host reports
 * (D24, D25).
 *
 * <p>All published rules for an event are used, not only one of them. What they give is not rounded, and what caps of the
 * club hold for sales does not bind it.
 *
 * @param id unique among all rules and offers of the club; named in explanations
 * @param state only published rules give
 * @param event what happened, which is the reason on the entry
 * @param validity by the day of the event in the club's zone
 * @param schemes one of which the account must hold; empty for any
 * @param reward what it gives
 */
public record EventRule(
        RuleId id, Publication state, ReasonCode event, Validity validity, Set<SchemeId> schemes, Reward reward) {
    /** An active member has got an account in the club. */
    public static final ReasonCode REGISTRATION = ReasonCode.of("REGISTRATION");

    /** The birthday of a member who shares an account of the club. */
    public static final ReasonCode BIRTHDAY = ReasonCode.of("BIRTHDAY");

    /** The first sale recorded that earned anything for an account. */
    public static final ReasonCode FIRST_PURCHASE = ReasonCode.of("FIRST_PURCHASE");

    /** An account has brought another one to the club. */
    public static final ReasonCode REFERRAL = ReasonCode.of("REFERRAL");

    /** An account was brought to the club by another one. */
    public static final ReasonCode REFERRED = ReasonCode.of("REFERRED");

    /** An account has come to a better scheme; its rules are those for the scheme it came to. */
    public static final ReasonCode UPGRADE = ReasonCode.of("UPGRADE");

    /** An account holds its scheme for longer: its validity began anew, or was paid for again. */
    public static final ReasonCode EXTENSION = ReasonCode.of("EXTENSION");

    /** The events that the library notices itself, or has a verb of their own for. */
    public static final Set<ReasonCode> NOTICED =
            Set.of(REGISTRATION, BIRTHDAY, FIRST_PURCHASE, REFERRAL, REFERRED, UPGRADE, EXTENSION);

    /**
     * Points of a kind.
     *
     * @param points above zero
     * @param caps the most an account gets by this rule; all of them hold, and {@link PointCap.Span#SALE} is one event
     */
    public record Reward(Points points, PointKind kind, List<PointCap> caps) {
        public Reward {
            caps = List.copyOf(caps);
            if (!points.isPositive()) {
                throw new IllegalArgumentException("an event gives points above zero, not " + points);
            }
        }
    }

    public EventRule {
        schemes = Set.copyOf(schemes);
    }

    /** A published rule that always holds, and gives other points to any scheme. */
    public static EventRule of(String id, ReasonCode event, long points) {
        Reward reward = new Reward(Points.of(points), PointKind.OTHER, List.of());
        return new EventRule(RuleId.of(id), Publication.PUBLISHED, event, Validity.ALWAYS, Set.of(), reward);
    }

    /** The same rule with caps. */
    public EventRule capped(PointCap... caps) {
        return new EventRule(
                id, state, event, validity, schemes, new Reward(reward.points(), reward.kind(), Arrays.asList(caps)));
    }

    /** The same rule for these schemes alone. */
    public EventRule only(SchemeId... wanted) {
        return new EventRule(id, state, event, validity, Set.of(wanted), reward);
    }

    /** The same rule on these days alone. */
    public EventRule during(Validity days) {
        return new EventRule(id, state, event, days, schemes, reward);
    }
}
