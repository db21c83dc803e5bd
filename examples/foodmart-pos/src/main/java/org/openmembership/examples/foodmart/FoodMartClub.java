package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.PromotionCode;

/**
 * FoodMart's card as a club, whose definition is {@code club.json}: points by category, card and weekday, worth a cent until
 * the end of the ninth month after; four schemes by what was spent in a year. Every promotion of the POS is put into it as a
 * dated offer.
 */
final class FoodMartClub {
    static final ClubId ID = ClubId.of("foodmart");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

    /** The first day: all customers register, and the club begins. */
    static final LocalDate FOUNDED = LocalDate.of(1996, 12, 31);

    private static final String NO_OFFERS = "\"offers\": []";

    private FoodMartClub() {}

    /** The definition without any promotion. */
    static String plain() {
        return resource("club.json");
    }

    /** The definition of the first year, in which nobody loses a scheme. */
    static String firstYear(List<Promotion> promotions) {
        return withOffers(plain(), promotions);
    }

    /** The definition from the second year on: who misses a threshold steps down. */
    static String fromSecondYear(List<Promotion> promotions) {
        return replaced(firstYear(promotions), "\"downgrade\": \"NEVER\"", "\"downgrade\": \"ONE_STEP\"");
    }

    /** A change to think about: fewer points for small baskets and drinks, more for higher cards. */
    static String changed(List<Promotion> promotions) {
        return withOffers(resource("changed-club.json"), promotions);
    }

    /** A definition with every promotion of the POS in place of its empty list of offers. */
    static String withOffers(String definition, List<Promotion> promotions) {
        String offers = promotions.stream().map(FoodMartClub::offer).collect(Collectors.joining(",\n    "));
        return replaced(definition, NO_OFFERS, "\"offers\": [\n    " + offers + "\n  ]");
    }

    private static String replaced(String definition, String part, String by) {
        if (!definition.contains(part)) {
            throw new IllegalArgumentException("the definition of the club has no " + part);
        }
        return definition.replace(part, by);
    }

    /** The scheme that goes with a card of the POS: Normal, Bronze, Silver or Golden. */
    static SchemeId scheme(String card) {
        return SchemeId.of(card.toLowerCase(Locale.ROOT));
    }

    /** The code under which the POS marks a line, the same for line and offer. */
    static PromotionCode code(int promotion) {
        return PromotionCode.of("promotion-" + promotion);
    }

    private static String offer(Promotion promotion) {
        PromotionCode code = code(promotion.number());
        return """
                { "id": "%s", "priority": 1, "from": "%s", "to": "%s", "when": { "promotions": [ "%s" ] }, "effect": %s }""".formatted(code, promotion.from(), promotion.to(), code, effect(promotion.media()));
    }

    /** Announced on television a promotion triples the points, elsewhere it doubles them, and in the store it adds one a piece. */
    private static String effect(String media) {
        if (media.contains("TV")) {
            return "{ \"kind\": \"FACTOR\", \"factor\": 3 }";
        }
        boolean announcedOutside = media.contains("Paper") || media.contains("Radio") || media.contains("Mail");
        return announcedOutside
                ? "{ \"kind\": \"FACTOR\", \"factor\": 2 }"
                : "{ \"kind\": \"ADDITIONAL_PER_UNIT\", \"points\": 1 }";
    }

    private static String resource(String name) {
        try (InputStream found = FoodMartClub.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
