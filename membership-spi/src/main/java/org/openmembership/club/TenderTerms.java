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
 * @param refunds whether money is paid back as points (B50)
 */
public record TenderTerms(
        RedemptionBounds usual,
        Map<SchemeId, RedemptionBounds> ofSchemes,
        List<ItemOffer> itemOffers,
        Refunds refunds) {
    public static final TenderTerms DEFAULT = of(RedemptionBounds.WIDEST);

    /** What a return may pay back with the club's point tenders (B50). */
    public enum Refunds {
        /** What the sale was paid with in points. */
        SPENT_ONLY,
        /** Any money due for the goods, as new points at the value of a point. */
        MONEY_TOO
    }

    /** Terms without item offers, under which only points that were spent come back as points. */
    public TenderTerms(RedemptionBounds usual, Map<SchemeId, RedemptionBounds> ofSchemes) {
        this(usual, ofSchemes, List.of(), Refunds.SPENT_ONLY);
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
        return new TenderTerms(usual, ofSchemes, List.of(offers), refunds);
    }

    /** The same terms with another rule for what returns pay back. */
    public TenderTerms refunding(Refunds other) {
        return new TenderTerms(usual, ofSchemes, itemOffers, other);
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
