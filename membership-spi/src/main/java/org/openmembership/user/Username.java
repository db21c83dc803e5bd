package org.openmembership.user;

import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.shared.Texts;

/**
 * What a user signs in with: the email key at registration, or a phone number where there is no email; unique over all
 * users, compared byte for byte, and never changed (A13, R8).
 *
 * @param value 1 to 320 characters
 */
public record Username(String value) implements Comparable<Username> {
    public static final int MAX_LENGTH = EmailKey.MAX_LENGTH;

    /** Stands in no email key's domain, so that a suffixed name can never be another mailbox's. */
    private static final char SUFFIX = '#';

    public Username {
        Texts.requireCode("Username", value, MAX_LENGTH);
    }

    public static Username of(EmailKey email) {
        return new Username(email.value());
    }

    public static Username of(E164 phone) {
        return new Username(phone.value());
    }

    /**
     * The name of a newcomer who has proven a mailbox that another user only used to have (R8).
     *
     * @param user whose id makes the name unique
     */
    public static Username of(EmailKey email, UserId user) {
        return new Username(email.value() + SUFFIX + user.value());
    }

    @Override
    public int compareTo(Username other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "Username[***]";
    }
}
