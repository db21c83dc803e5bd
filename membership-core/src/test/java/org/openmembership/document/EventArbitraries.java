package org.openmembership.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/** Rules for events, as a club may have them. */
public final class EventArbitraries {
    private EventArbitraries() {}

    public static Arbitrary<List<EventRule>> events(int schemes) {
        Arbitrary<ReasonCode> codes = Arbitraries.of(
                EventRule.REGISTRATION, EventRule.BIRTHDAY, EventRule.FIRST_PURCHASE, ReasonCode.of("SURVEY"));
        Arbitrary<Set<SchemeId>> only = Arbitraries.integers()
                .between(0, schemes - 1)
                .map(ClubArbitraries::scheme)
                .set()
                .ofMaxSize(2);
        Arbitrary<Points> points = Arbitraries.longs().between(1, 10_000).map(Points::ofHundredths);
        Arbitrary<EventRule.Reward> rewards = Combinators.combine(
                        points, Arbitraries.of(PointKind.class), ClubArbitraries.caps())
                .as(EventRule.Reward::new);
        return Combinators.combine(ClubArbitraries.states(), codes, ClubArbitraries.choices(), only, rewards)
                .as((state, code, choice, of, reward) ->
                        new EventRule(RuleId.of("unnamed"), state, code, choice.validity(), of, reward))
                .list()
                .ofMaxSize(4)
                .map(EventArbitraries::named);
    }

    private static List<EventRule> named(List<EventRule> rules) {
        List<EventRule> named = new ArrayList<>();
        for (EventRule rule : rules) {
            RuleId id = RuleId.of("event-" + named.size());
            named.add(new EventRule(id, rule.state(), rule.event(), rule.validity(), rule.schemes(), rule.reward()));
        }
        return named;
    }
}
