package org.openmembership.customer;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * The business a customer buys for (C22). Numbers are kept as given: every country has its own forms.
 *
 * @param name 1 to 100 characters, or null
 * @param number in the register of companies; 1 to 40 characters, or null
 * @param vatNumber 1 to 40 characters, or null
 */
public record Company(
        @Nullable String name,
        @Nullable String number,
        @Nullable String vatNumber) {
    public static final int MAX_NAME = 100;
    public static final int MAX_NUMBER = 40;

    /** A customer who buys for no company. */
    public static final Company NONE = new Company(null, null, null);

    public Company {
        requireUnlessNull("Company.name", name, MAX_NAME);
        requireUnlessNull("Company.number", number, MAX_NUMBER);
        requireUnlessNull("Company.vatNumber", vatNumber, MAX_NUMBER);
    }

    @Override
    public String toString() {
        return "Company[***]";
    }

    private static void requireUnlessNull(String what, @Nullable String value, int maxLength) {
        if (value != null) {
            Texts.requireCode(what, value, maxLength);
        }
    }
}
