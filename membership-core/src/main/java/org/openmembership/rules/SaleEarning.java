package org.openmembership.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointKind;
import org.openmembership.club.RuleId;
import org.openmembership.shared.Points;

/**
 * What a sale earns in one club.
 *
 * @param kinds one for each kind of points that is not zero, AWARD first
 * @param reasons why, for each line that counted, by number (R37)
 */
public record SaleEarning(List<KindEarning> kinds, List<LineReason> reasons) {
    /** A sale that earns nothing, whatever its lines. */
    public static final SaleEarning NOTHING = new SaleEarning(List.of(), List.of());

    public SaleEarning {
        kinds = List.copyOf(kinds);
        reasons = List.copyOf(reasons);
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

    /**
     * Why a line earned what it did.
     *
     * @param rules that applied: all of the highest priority that matched, by id; empty if none did
     * @param offer that acted on it, null if none did
     */
    public record LineReason(
            int line, List<RuleId> rules, @Nullable RuleId offer) {
        public LineReason {
            rules = List.copyOf(rules);
        }
    }

    public Optional<KindEarning> of(PointKind kind) {
        return kinds.stream().filter(earning -> earning.kind() == kind).findFirst();
    }
}
