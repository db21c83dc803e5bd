package org.openmembership.examples.benchmarks;

import java.time.Instant;

/** The one moment at which everything happens, as both sides write it. */
final class Fixed {
    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    static final long NOW_MICROS = NOW.getEpochSecond() * 1_000_000;
    static final long LAPSES_MICROS = NOW_MICROS + 365L * 86_400 * 1_000_000;
    static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    /** As long as what an event and an audit record say. */
    static final String DOCUMENT = "{" + "\"entry\":\"0123456789\",".repeat(10) + "\"kind\":\"AWARD\"}";

    private Fixed() {}
}
