package org.openmembership.examples.foodmart;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The library's clock during a replay: it stands where the data is. Not thread-safe. */
final class ReplayClock implements InstantSource {
    private final ZoneId zone;
    private Instant now = Instant.EPOCH;

    ReplayClock(ZoneId zone) {
        this.zone = zone;
    }

    void set(LocalDate day, LocalTime time) {
        now = day.atTime(time).atZone(zone).toInstant();
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
