package org.openmembership.giftcard;

import org.openmembership.shared.Texts;

/**
 * Our id of a gift card, made by the library and never changed; it is no code, and nothing can be spent with it.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record GiftCardId(String value) implements Comparable<GiftCardId> {
    public GiftCardId {
        Texts.requireId("GiftCardId", value);
    }

    public static GiftCardId of(String value) {
        return new GiftCardId(value);
    }

    @Override
    public int compareTo(GiftCardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
