package org.openmembership.customer;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * A phone number as it was typed, and the form it is looked up by where it has one (A10, R18).
 *
 * @param typed 1 to 40 characters, no edge spaces, no control characters
 * @param e164 null for a number taken over from elsewhere that cannot be read; nobody is found by it
 * @param type what sort of phone it reaches
 */
public record PhoneNumber(String typed, @Nullable E164 e164, PhoneType type) {
    public static final int MAX_LENGTH = 40;

    public PhoneNumber {
        Texts.requireCode("PhoneNumber", typed, MAX_LENGTH);
    }

    /** A number kept as typed that nobody is found by. */
    public static PhoneNumber unread(String typed, PhoneType type) {
        return new PhoneNumber(typed, null, type);
    }

    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }
}
