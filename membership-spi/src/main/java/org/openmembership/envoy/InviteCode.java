package org.openmembership.envoy;

import java.util.regex.Pattern;

/**
 * What an envoy gives away so that whoever registers with it is the envoy's recruit (A52).
 *
 * <p>It is meant to be passed on, and proves nothing about who shows it, so it is kept as it is and its envoy can look it up
 * whenever it is needed. Its 128 bits of chance keep anybody from finding the code of an envoy without having been given it.
 *
 * @param value 26 characters of digits and lower-case letters, without i, l, o and u
 */
public record InviteCode(String value) implements Comparable<InviteCode> {
    public static final int LENGTH = 26;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{" + LENGTH + "}");
    private static final int BITS = 5;
    private static final int BYTES = 16;

    public InviteCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("InviteCode must be " + LENGTH + " digits and lower-case letters");
        }
    }

    public static InviteCode of(String value) {
        return new InviteCode(value);
    }

    /** @param chance 16 bytes from a good source of it */
    public static InviteCode from(byte[] chance) {
        if (chance.length != BYTES) {
            throw new IllegalArgumentException("InviteCode is made of " + BYTES + " bytes, not " + chance.length);
        }
        StringBuilder code = new StringBuilder(LENGTH);
        int held = 0;
        int bits = 0;
        for (byte next : chance) {
            held = held << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                code.append(ALPHABET.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return new InviteCode(
                code.append(ALPHABET.charAt(held << BITS - bits & 31)).toString());
    }

    @Override
    public int compareTo(InviteCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
