package org.openmembership.rules;

import java.util.EnumMap;
import java.util.Map;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer.Effect;

/** What one line earns by kind while rules, and then an offer, are applied to it; exact. */
final class LineCalculation {
    private final Map<PointKind, Ratio> byKind = new EnumMap<>(PointKind.class);

    void add(PointKind kind, Ratio points) {
        byKind.merge(kind, points, Ratio::plus);
    }

    /** Applies an offer (R35); what it adds or puts in place are award points. */
    void apply(Effect effect, Ratio quantity) {
        if (effect instanceof Effect.Factor factor) {
            byKind.replaceAll((kind, points) -> points.times(Ratio.of(factor.factor())));
        } else if (effect instanceof Effect.AdditionalPerUnit additional) {
            add(PointKind.AWARD, quantity.times(Ratio.of(additional.points())));
        } else if (effect instanceof Effect.ReplacementPerUnit replacement) {
            replaceIfMore(quantity.times(Ratio.of(replacement.points())));
        }
    }

    private void replaceIfMore(Ratio replacement) {
        Ratio usual = Ratio.ZERO;
        for (Ratio points : byKind.values()) {
            usual = usual.plus(points);
        }
        if (replacement.abs().compareTo(usual.abs()) > 0) {
            byKind.clear();
            byKind.put(PointKind.AWARD, replacement);
        }
    }

    Map<PointKind, Ratio> byKind() {
        return byKind;
    }
}
