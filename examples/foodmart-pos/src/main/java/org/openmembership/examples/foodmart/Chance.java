package org.openmembership.examples.foodmart;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Choices that look like chance and are the same on every run, because they follow from a key alone. */
final class Chance {
    private Chance() {}

    /** True for about one key in {@code n}. */
    static boolean oneIn(int n, String key) {
        return number(n, key) == 0;
    }

    /** A number from 0 to {@code n - 1}. */
    static int number(int n, String key) {
        CRC32 sum = new CRC32();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % n);
    }
}
