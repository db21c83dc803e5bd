package org.openmembership.journal;

import org.openmembership.shared.Texts;

/**
 * The host's own number of the paper behind a journal (B45); never free text, so that no journal can hold personal data (R17).
 *
 * @param value 1 to 40 characters
 */
public record DocumentCode(String value) {
    public static final int MAX_LENGTH = 40;

    public DocumentCode {
        Texts.requireCode("DocumentCode", value, MAX_LENGTH);
    }

    public static DocumentCode of(String value) {
        return new DocumentCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
