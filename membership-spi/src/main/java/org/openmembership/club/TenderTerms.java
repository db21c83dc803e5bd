package org.openmembership.club;

import java.util.Map;
import org.openmembership.shared.Points;

/**
 * The bounds of redemptions in a club; those of a scheme stand instead of the club's as a whole (R47, A48).
 *
 * @param usual for schemes that have none of their own
 * @param ofSchemes by scheme of the club
 */
public record TenderTerms(RedemptionBounds usual, Map<SchemeId, RedemptionBounds> ofSchemes) {
    public static final TenderTerms DEFAULT = of(RedemptionBounds.WIDEST);

    public TenderTerms {
        ofSchemes = Map.copyOf(ofSchemes);
    }

    public static TenderTerms of(RedemptionBounds usual) {
        return new TenderTerms(usual, Map.of());
    }

    static TenderTerms atLeast(Points minimum) {
        return of(RedemptionBounds.atLeast(minimum));
    }

    /** The bounds for accounts that hold a scheme. */
    public RedemptionBounds of(SchemeId scheme) {
        return ofSchemes.getOrDefault(scheme, usual);
    }
}
