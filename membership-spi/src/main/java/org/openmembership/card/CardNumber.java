package org.openmembership.card;

import org.openmembership.shared.Texts;

/**
 * The number or code printed on a card or shown as a barcode; it identifies and is no secret.
 *
 * @param value 1 to 40 characters
 */
public record CardNumber(String value) implements Comparable<CardNumber> {
    public static final int MAX_LENGTH = 40;

    public CardNumber {
        Texts.requireCode("CardNumber", value, MAX_LENGTH);
    }

    public static CardNumber of(String value) {
        return new CardNumber(value);
    }

    @Override
    public int compareTo(CardNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
