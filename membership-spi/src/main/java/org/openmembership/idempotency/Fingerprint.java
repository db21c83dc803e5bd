package org.openmembership.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What decides a command's effect, in 64 hexadecimal digits: equal for a true repeat, different for a key used again with
 * other content (R27).
 *
 * @param sha256 of the canonical content, lower-case hexadecimal
 */
public record Fingerprint(String sha256) {
    public Fingerprint {
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("a fingerprint has 64 digits, not " + sha256.length());
        }
    }

    public static Fingerprint of(String canonicalContent) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonicalContent.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
