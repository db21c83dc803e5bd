package org.openmembership.giftcard;

import java.util.List;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretHash;
import org.openmembership.user.SecretSeal;

/**
 * How codes of gift cards are written: digits and capitals without I, L, O and U, which are taken for others.
 *
 * <p>People type blanks, hyphens, small letters, I for 1 and O for 0; all of that reads as the same code.
 */
public final class CodeText {
    /** The fewest characters of a code from elsewhere: fewer are found by trying (S28). */
    public static final int MIN_LENGTH = 12;

    public static final int MAX_LENGTH = 60;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CodeText() {}

    /** A code as it is compared; empty for one that holds anything but letters and digits, or is too long to be any. */
    public static String read(String typed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == ' ' || c == '-') {
                continue;
            }
            if (!isPlain(c) || text.length() == MAX_LENGTH) {
                return "";
            }
            text.append(folded(c));
        }
        return text.toString();
    }

    /** By what a code is found. */
    public static SecretHash hash(SecretSeal seal, String read) {
        return seal.hash("GIFT_CARD_CODE", List.of(), new Secret(read.isEmpty() ? "-" : read));
    }

    /** By what a PIN is known; the same PIN has another one on every card. */
    public static SecretHash pinHash(SecretSeal seal, GiftCardId card, String pin) {
        return seal.hash("GIFT_CARD_PIN", List.of(card.value()), new Secret(pin.isEmpty() ? "-" : pin));
    }

    /** What may be shown of a code: its last four characters. */
    public static String shown(String read) {
        return read.substring(Math.max(0, read.length() - GiftCardCode.SHOWN));
    }

    /** The character that follows a text (Luhn mod 32): any single wrong character needs another one. */
    static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(text.length() - 1 - i));
            int weighed = i % 2 == 0 ? 2 * value : value;
            sum += weighed / ALPHABET.length() + weighed % ALPHABET.length();
        }
        return character(Math.floorMod(-sum, ALPHABET.length()));
    }

    /** Whether a text that {@link #read} gave is one of the library's, as far as its last character tells. */
    public static boolean checks(String read) {
        return read.length() > 1
                && read.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(read.substring(0, read.length() - 1)) == read.charAt(read.length() - 1);
    }

    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static char folded(char c) {
        char capital = c >= 'a' ? (char) (c - 'a' + 'A') : c;
        return switch (capital) {
            case 'I', 'L' -> '1';
            case 'O' -> '0';
            default -> capital;
        };
    }
}
