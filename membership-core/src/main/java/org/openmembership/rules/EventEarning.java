package org.openmembership.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointCap;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.Explanation.Passed;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Points;

/**
 * What an event gives an account (D24, D25).
 *
 * @param gifts of each rule that stands for it, by id; of zero points where a cap had left nothing
 * @param passed rules for the event that did not stand
 * @param used what it adds to each span that caps count
 */
public record EventEarning(List<Gift> gifts, List<Passed> passed, Map<PointCount.Span, PointCount.Use> used) {
    public EventEarning {
        gifts = List.copyOf(gifts);
        passed = List.copyOf(passed);
        used = Map.copyOf(used);
    }

    /** Those that give something. */
    public List<Gift> given() {
        return gifts.stream().filter(gift -> gift.points().isPositive()).toList();
    }

    /** Why, where the event stands by itself. */
    public Explanation explanation(Explanation.Ground ground) {
        return new Explanation(ground, List.of(), List.of()).with(gifts, passed);
    }

    static EventEarning of(List<EventRule> rules, Earner earner, CapRoom room, LocalDate day) {
        List<Gift> gifts = new ArrayList<>();
        List<Passed> passed = new ArrayList<>();
        for (EventRule rule : rules) {
            if (!rule.validity().covers(day)) {
                passed.add(new Passed(rule.id(), Why.DATE));
            } else if (!rule.schemes().isEmpty() && !rule.schemes().contains(earner.scheme())) {
                passed.add(new Passed(rule.id(), Why.SCHEME));
            } else {
                gifts.add(gift(rule, room));
            }
        }
        return new EventEarning(gifts, passed, room.used());
    }

    private static Gift gift(EventRule rule, CapRoom room) {
        EventRule.Reward reward = rule.reward();
        PointCap cap = reward.caps().isEmpty() ? null : room.tightest(rule.id(), reward.caps());
        Points left = cap == null ? reward.points() : room.left(rule.id(), cap);
        boolean isCut = left.isLessThan(reward.points());
        Points points = isCut ? left : reward.points();
        room.use(rule.id(), reward.caps(), points);
        return new Gift(rule.id(), rule.event(), reward.kind(), points, isCut ? cap : null);
    }
}
