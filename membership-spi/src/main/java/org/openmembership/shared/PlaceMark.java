package org.openmembership.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What marks a place as one list's: the beginning of a hash of both. */
final class PlaceMark {
    private PlaceMark() {}

    static String of(String list, String place, int length) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((list + '/' + place).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, length);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
