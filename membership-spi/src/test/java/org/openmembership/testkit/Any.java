package org.openmembership.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What all nouns for tests that do not matter have in common: a number nobody else has, and a day in spring. */
public final class Any {
    private static final AtomicLong LAST = new AtomicLong();

    private Any() {}

    /** A number that no other call in this process gets. */
    public static long anyNumber() {
        return LAST.incrementAndGet();
    }

    /** A text of one prefix and a number that no other call gets. */
    public static String any(String prefix) {
        return prefix + "-" + anyNumber();
    }

    /** An instant with all the digits a storage keeps. */
    public static Instant anyInstant() {
        return Instant.parse("2026-03-02T10:15:30.123456Z");
    }

    /** {@link #anyInstant} some minutes later. */
    public static Instant minute(long number) {
        return anyInstant().plus(number, ChronoUnit.MINUTES);
    }
}
