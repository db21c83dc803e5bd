package org.openmembership.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.shared.Points;

/** How much room a sale's caps leave, and what of it the sale uses (R36). Not thread-safe. */
final class CapRoom {
    private final Earner earner;
    private final LocalDate day;
    private final Map<Span, PointCount.Use> used = new HashMap<>();

    CapRoom(Earner earner, LocalDate day) {
        this.earner = earner;
        this.day = day;
    }

    /** Cuts what a rule gives to what its caps leave, every line in proportion. */
    void cut(PointRule rule, List<Part> parts) {
        List<PointCap> caps = rule.reward().caps();
        if (caps.isEmpty()) {
            return;
        }
        Ratio sum = Ratio.ZERO;
        for (Part part : parts) {
            sum = sum.plus(part.points());
        }
        if (sum.signum() <= 0) {
            return;
        }
        Ratio room = Ratio.of(left(rule.id(), tightest(rule.id(), caps)));
        if (sum.compareTo(room) > 0) {
            Ratio share = room.dividedBy(sum);
            parts.forEach(part -> part.cutTo(share));
            sum = room;
        }
        use(rule.id(), caps, sum.roundedUp());
    }

    /** The cap that leaves least; the first of those that leave the same. */
    PointCap tightest(@Nullable RuleId rule, List<PointCap> caps) {
        PointCap tightest = caps.get(0);
        for (PointCap cap : caps) {
            tightest = left(rule, cap).isLessThan(left(rule, tightest)) ? cap : tightest;
        }
        return tightest;
    }

    Points left(@Nullable RuleId rule, PointCap cap) {
        Points before = cap.span() == PointCap.Span.SALE ? Points.ZERO : earner.counted(span(rule, cap));
        return cap.most().minus(before).max(Points.ZERO);
    }

    void use(@Nullable RuleId rule, List<PointCap> caps, Points points) {
        for (PointCap cap : caps) {
            if (cap.span() != PointCap.Span.SALE && points.isPositive()) {
                used.merge(span(rule, cap), new PointCount.Use(points, cap.most()), CapRoom::stricter);
            }
        }
    }

    /** Two caps of one span count the same points, and the lower one bounds them. */
    private static PointCount.Use stricter(PointCount.Use one, PointCount.Use other) {
        return one.most().isLessThan(other.most()) ? one : other;
    }

    /** What the sale adds to each span that is counted. */
    Map<Span, PointCount.Use> used() {
        return Map.copyOf(used);
    }

    private Span span(@Nullable RuleId rule, PointCap cap) {
        return new Span(rule, cap.span(), cap.span().startOf(day));
    }

    /** Every span that the caps of a club count on a day. */
    static List<Span> spans(List<PointRule> rules, List<PointCap> overall, LocalDate day) {
        List<Span> spans = new ArrayList<>();
        overall.forEach(cap -> add(spans, null, cap, day));
        rules.forEach(rule -> rule.reward().caps().forEach(cap -> add(spans, rule.id(), cap, day)));
        return spans;
    }

    /** Every span that the caps of rules for events count on a day. */
    static List<Span> spansOfEvents(List<EventRule> rules, LocalDate day) {
        List<Span> spans = new ArrayList<>();
        rules.forEach(rule -> rule.reward().caps().forEach(cap -> add(spans, rule.id(), cap, day)));
        return spans;
    }

    private static void add(List<Span> spans, @Nullable RuleId rule, PointCap cap, LocalDate day) {
        if (cap.span() != PointCap.Span.SALE) {
            spans.add(new Span(rule, cap.span(), cap.span().startOf(day)));
        }
    }
}
