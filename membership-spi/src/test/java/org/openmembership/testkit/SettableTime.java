package org.openmembership.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class SettableTime implements InstantSource {
    private volatile Instant now;

    private SettableTime(Instant now) {
        this.now = now;
    }

    public static SettableTime at(Instant now) {
        return new SettableTime(now);
    }

    /** @param now as ISO 8601 has it: {@code 2026-03-01T12:00:00Z} */
    public static SettableTime at(String now) {
        return new SettableTime(Instant.parse(now));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the clock, backwards too. */
    public void set(Instant instant) {
        now = instant;
    }

    public void set(String instant) {
        now = Instant.parse(instant);
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
