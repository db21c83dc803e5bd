package org.openmembership.giftcards;

import org.openmembership.giftcard.CodeSource;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.user.SecretSeal;

/**
 * A code of a gift card as it is shown (A51).
 *
 * @param text four asterisks and the last four characters, of a PIN asterisks alone; or all of it
 * @param isMasked whether more of it is hidden
 */
public record ShownCode(GiftCardCodeKind kind, String text, boolean isMasked) {
    private static final String HIDDEN = "****";

    static ShownCode masked(GiftCardCode code) {
        return new ShownCode(code.kind(), HIDDEN + code.lastFour(), true);
    }

    /** All of a code that the library made; of one from elsewhere no more is kept than is shown of it in any case. */
    static ShownCode unmasked(GiftCardCode code, SecretSeal seal) {
        CodeSource source = code.source();
        return source == null
                ? masked(code)
                : new ShownCode(code.kind(), source.code(seal).value(), false);
    }

    @Override
    public String toString() {
        return "ShownCode[" + kind + "]";
    }
}
