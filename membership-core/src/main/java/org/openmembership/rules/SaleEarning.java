package org.openmembership.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Points;

/**
 * What a sale earns in one club.
 *
 * @param kinds one for each kind of points that is not zero, AWARD first
 * @param used what it adds to each span that caps count
 * @param explanation why; null where nobody earns
 */
public record SaleEarning(
        List<KindEarning> kinds,
        Map<PointCount.Span, Points> used,
        @Nullable Explanation explanation) {
    /** A sale that earns nothing, because nobody buys. */
    public static final SaleEarning NOTHING = new SaleEarning(List.of(), Map.of(), null);

    public SaleEarning {
        kinds = List.copyOf(kinds);
        used = Map.copyOf(used);
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
