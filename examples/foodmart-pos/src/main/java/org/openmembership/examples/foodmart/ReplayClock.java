package org.openmembership.examples.foodmart;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The library's clock during a replay: it stands where the data is. Not thread-safe. */
final class ReplayClock implements InstantSource {
    private Instant now = Instant.EPOCH;

    void set(LocalDateTime time, ZoneId zone) {
        now = time.atZone(zone).toInstant();
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
