package org.openmembership.user;

/**
 * A code or token on its way to its owner; it is shown to nobody else and kept nowhere.
 *
 * @param value the secret itself, which {@code toString} never shows
 */
public record Secret(String value) {
    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Secret must not be empty");
        }
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
