package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Names one {@link Confirmation}; a link in a message carries it beside the token.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record ConfirmationId(String value) implements Comparable<ConfirmationId> {
    public ConfirmationId {
        Texts.requireId("ConfirmationId", value);
    }

    public static ConfirmationId of(String value) {
        return new ConfirmationId(value);
    }

    @Override
    public int compareTo(ConfirmationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
