package org.openmembership.club;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmembership.shared.Points;

/**
 * The bounds of redemptions in a club; those of a scheme stand instead of the club's as a whole (R47, A48).
 *
 * @param usual for schemes that have none of their own
 * @param ofSchemes by scheme of the club
 * @param itemOffers what is sold cheaper for points
 */
public record TenderTerms(
        RedemptionBounds usual, Map<SchemeId, RedemptionBounds> ofSchemes, List<ItemOffer> itemOffers) {
    public static final TenderTerms DEFAULT = of(RedemptionBounds.WIDEST);

    /** Terms without item offers. */
    public TenderTerms(RedemptionBounds usual, Map<SchemeId, RedemptionBounds> ofSchemes) {
        this(usual, ofSchemes, List.of());
    }

    public TenderTerms {
        ofSchemes = Map.copyOf(ofSchemes);
        itemOffers = List.copyOf(itemOffers);
        long ids = itemOffers.stream().map(ItemOffer::id).distinct().count();
        if (ids < itemOffers.size()) {
            throw new IllegalArgumentException("two item offers have the same id");
        }
    }

    public static TenderTerms of(RedemptionBounds usual) {
        return new TenderTerms(usual, Map.of());
    }

    static TenderTerms atLeast(Points minimum) {
        return of(RedemptionBounds.atLeast(minimum));
    }

    /** The same bounds with item offers. */
    public TenderTerms offering(ItemOffer... offers) {
        return new TenderTerms(usual, ofSchemes, List.of(offers));
    }

    /** An item offer by its id. */
    public Optional<ItemOffer> itemOffer(RuleId id) {
        return itemOffers.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    /** The bounds for accounts that hold a scheme. */
    public RedemptionBounds of(SchemeId scheme) {
        return ofSchemes.getOrDefault(scheme, usual);
    }
}
