package org.openmembership.giftcard;

import java.util.List;
import org.openmembership.shared.Texts;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;

/**
 * What a code of the library's is made of, together with the host's key: without the key it says nothing (S28).
 *
 * @param card for which it was made, whichever it reaches now
 * @param seed chance, 32 hexadecimal digits
 */
public record CodeSource(GiftCardId card, String seed) {
    public static final int SEED_LENGTH = 32;

    private static final int CHARACTERS = 16;
    private static final int BITS = 5;

    public CodeSource {
        Texts.requireCode("CodeSource.seed", seed, SEED_LENGTH);
    }

    /** The code: 80 bits in sixteen characters and one to check them; the same for the same key, for ever. */
    public Secret code(SecretSeal seal) {
        String digest = seal.pseudonym(List.of("GIFT_CARD_CODE_OF", card.value(), seed));
        StringBuilder code = new StringBuilder(CHARACTERS + 1);
        for (int half = 0; half < 2; half++) {
            long bits = Long.parseLong(digest.substring(10 * half, 10 * half + 10), 16);
            for (int shift = 35; shift >= 0; shift -= BITS) {
                code.append(CodeText.character((int) (bits >>> shift) & 31));
            }
        }
        return new Secret(code.append(CodeText.check(code)).toString());
    }

    @Override
    public String toString() {
        return "CodeSource[" + card + "]";
    }
}
