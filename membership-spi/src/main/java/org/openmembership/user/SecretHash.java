package org.openmembership.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that is kept of a secret: a SHA-256 over it and over what it is bound to (I16, S6).
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record SecretHash(String value) {
    public static final int LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("SecretHash must be 64 hexadecimal digits in lower case");
        }
    }

    /**
     * The hash of a secret that works for one purpose and one binding only: another purpose, user, address or epoch gives
     * another hash.
     */
    public static SecretHash of(NotificationPurpose purpose, List<String> boundTo, Secret secret) {
        MessageDigest digest = sha256();
        add(digest, purpose.name());
        boundTo.forEach(part -> add(digest, part));
        add(digest, secret.value());
        return new SecretHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** Compares in a time that says nothing about where two hashes differ (R6). */
    public boolean matches(SecretHash other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SecretHash[***]";
    }

    /** The length goes first, so that no two lists of parts run together into the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
