package org.openmembership.giftcard;

import org.jspecify.annotations.Nullable;
import org.openmembership.user.SecretHash;

/**
 * One code of a gift card, as it is kept.
 *
 * @param card the one it reaches now
 * @param hash by which it is found; that of a PIN is bound to its card, so equal PINs have different ones
 * @param lastFour what may be shown of it, at most four characters; empty for a PIN
 * @param source what it is made of, null for one that came from elsewhere and cannot be shown again
 */
public record GiftCardCode(
        GiftCardId card,
        GiftCardCodeKind kind,
        SecretHash hash,
        String lastFour,
        @Nullable CodeSource source) {
    /** How many characters at the end are shown at most. */
    public static final int SHOWN = 4;

    public GiftCardCode {
        if (lastFour.length() > SHOWN || kind == GiftCardCodeKind.PIN && !lastFour.isEmpty()) {
            throw new IllegalArgumentException("GiftCardCode shows too much of a " + kind + " code");
        }
    }

    /** The same code, which reaches another card from now on; not for a PIN, whose hash is bound to its card. */
    public GiftCardCode movedTo(GiftCardId other) {
        if (kind == GiftCardCodeKind.PIN) {
            throw new IllegalArgumentException("a PIN belongs to its card");
        }
        return new GiftCardCode(other, kind, hash, lastFour, source);
    }
}
