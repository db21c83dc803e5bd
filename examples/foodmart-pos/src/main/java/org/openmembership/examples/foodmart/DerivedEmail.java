package org.openmembership.examples.foodmart;

import java.util.Locale;

/**
 * The email addresses that FoodMart lacks: {@code surname.city@example.com}, in small ASCII letters and digits with a hyphen
 * for everything between.
 *
 * <p>Customers of the same surname in the same city share one, as a household would: 548 customers in 255 groups.
 */
final class DerivedEmail {
    private DerivedEmail() {}

    static String of(String surname, String city) {
        return plain(surname) + "." + plain(city) + "@example.com";
    }

    private static String plain(String text) {
        String hyphenated = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return hyphenated.replaceAll("^-|-$", "");
    }
}
