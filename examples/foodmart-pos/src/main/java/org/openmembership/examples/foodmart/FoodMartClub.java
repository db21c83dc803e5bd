package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.Benefit;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.Validity;
import org.openmembership.shared.Points;
import org.openmembership.shared.PromotionCode;

/**
 * FoodMart's card as a club: a point for each whole dollar, worth a cent until the end of the ninth month after; four schemes
 * by what was spent in a year; every promotion of the POS as an offer.
 */
final class FoodMartClub {
    static final ClubId ID = ClubId.of("foodmart");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

    /** The first day: all customers register, and the club begins. */
    static final LocalDate FOUNDED = LocalDate.of(1996, 12, 31);

    private FoodMartClub() {}

    /** Nobody loses a scheme. */
    static Club firstYear(List<Promotion> promotions) {
        return of(promotions, ReviewTerms.Downgrade.NEVER);
    }

    /** Who misses a threshold steps down. */
    static Club fromSecondYear(List<Promotion> promotions) {
        return of(promotions, ReviewTerms.Downgrade.ONE_STEP);
    }

    private static Club of(List<Promotion> promotions, ReviewTerms.Downgrade downgrade) {
        return Club.builder(ID)
                .name("FoodMart Card")
                .in(CURRENCY, ZONE)
                .pointValue(PointValue.of(CURRENCY, "0.01"))
                .expiry(new ExpiryRule.EndOf(ExpiryRule.EndOf.Unit.MONTH, Period.ofMonths(9)))
                .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .offers(promotions.stream().map(FoodMartClub::offer).toList())
                .review(new ReviewTerms(
                        ReviewTerms.Measure.SPEND,
                        new ReviewTerms.Window.Rolling(Period.ofYears(1)),
                        downgrade,
                        Period.ofMonths(1)))
                .schemes(
                        Scheme.byHand("normal", "Normal", 1),
                        Scheme.from("bronze", "Bronze", 2, "50", "25").with(discount("1")),
                        Scheme.from("silver", "Silver", 3, "150", "100").with(discount("2")),
                        Scheme.from("golden", "Golden", 4, "350", "250").with(discount("5")))
                .build();
    }

    /** The scheme that goes with a card of the POS: Normal, Bronze, Silver or Golden. */
    static SchemeId scheme(String card) {
        return SchemeId.of(card.toLowerCase(Locale.ROOT));
    }

    /** The code under which the POS marks a line, the same for line and offer. */
    static PromotionCode code(int promotion) {
        return PromotionCode.of("promotion-" + promotion);
    }

    private static PointOffer offer(Promotion promotion) {
        LineCondition soldUnder = LineCondition.builder()
                .promotions(Set.of(code(promotion.number())))
                .build();
        Validity days = Validity.between(promotion.from(), promotion.to());
        return PointOffer.of("promotion-" + promotion.number(), 1, days, soldUnder, effect(promotion.media()));
    }

    /** Announced on television a promotion triples the points, elsewhere it doubles them, and in the store it adds one a piece. */
    private static PointOffer.Effect effect(String media) {
        if (media.contains("TV")) {
            return new PointOffer.Effect.Factor(BigDecimal.valueOf(3));
        }
        boolean announcedOutside = media.contains("Paper") || media.contains("Radio") || media.contains("Mail");
        return announcedOutside
                ? new PointOffer.Effect.Factor(BigDecimal.valueOf(2))
                : new PointOffer.Effect.AdditionalPerUnit(Points.of(1));
    }

    private static List<Benefit> discount(String percent) {
        return List.of(new Benefit(Benefit.Kind.DISCOUNT_PERCENT, percent));
    }
}
