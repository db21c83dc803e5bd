package org.openmembership.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Points;

/**
 * What a sale earns in one club.
 *
 * @param kinds one for each kind of points that is not zero, AWARD first
 * @param used what it adds to each span that caps count
 * @param explanation why; null where nobody earns and no money is paid back as points
 * @param gifts what is given besides, for an event that the sale is; each above zero
 */
public record SaleEarning(
        List<KindEarning> kinds,
        Map<PointCount.Span, PointCount.Use> used,
        @Nullable Explanation explanation,
        List<Gift> gifts) {
    /** A sale that earns nothing, because nobody buys. */
    public static final SaleEarning NOTHING = new SaleEarning(List.of(), Map.of(), null, List.of());

    public SaleEarning {
        kinds = List.copyOf(kinds);
        used = Map.copyOf(used);
        gifts = List.copyOf(gifts);
    }

    /** A sale for which nothing is given besides. */
    public SaleEarning(
            List<KindEarning> kinds, Map<PointCount.Span, PointCount.Use> used, @Nullable Explanation explanation) {
        this(kinds, used, explanation, List.of());
    }

    /** The same sale, which is an event as well; rules for events have spans of their own. */
    public SaleEarning with(EventEarning event) {
        Map<PointCount.Span, PointCount.Use> usedByBoth = new HashMap<>(used);
        usedByBoth.putAll(event.used());
        Explanation why = explanation == null ? null : explanation.with(event.gifts(), event.passed());
        return new SaleEarning(kinds, usedByBoth, why, event.given());
    }

    /** The same sale, and why. */
    public SaleEarning explained(Explanation why) {
        return new SaleEarning(kinds, used, why, gifts);
    }

    /** How many points it adds to each span. */
    public Map<PointCount.Span, Points> counted() {
        Map<PointCount.Span, Points> counted = new HashMap<>();
        used.forEach((span, use) -> counted.put(span, use.points()));
        return counted;
    }

    /** Whether it gives anything, whatever it takes back. */
    public boolean isGiving() {
        return kinds.stream().anyMatch(kind -> kind.points().isPositive());
    }

    /**
     * Points of one kind.
     *
     * @param points rounded once for the sale; below zero where more came back than was sold
     * @param lines what of it belongs to each line, by number; their sum is {@code points}, zeros are left out
     */
    public record KindEarning(PointKind kind, Points points, List<LinePoints> lines) {
        public KindEarning {
            lines = List.copyOf(lines);
        }
    }

    /** The points of one line. */
    public record LinePoints(int line, Points points) {}

    public Optional<KindEarning> of(PointKind kind) {
        return kinds.stream().filter(earning -> earning.kind() == kind).findFirst();
    }
}
