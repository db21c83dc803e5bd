package org.openmembership.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.RuleId;
import org.openmembership.shared.Points;

/**
 * Why a line earns what it does (R37).
 *
 * @param rules that apply: all of the highest priority that match, by id; empty if none does
 * @param offer that acts on it, null if none does
 * @param points its share of the sale's points
 */
public record LineExplanation(
        int line, List<RuleId> rules, @Nullable RuleId offer, Points points) {
    public LineExplanation {
        rules = List.copyOf(rules);
    }
}
