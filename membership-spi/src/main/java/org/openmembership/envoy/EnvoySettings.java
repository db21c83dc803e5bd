package org.openmembership.envoy;

import java.time.Instant;

/**
 * The terms of an envoy from some instant on.
 *
 * <p>Terms are written out when they are set, also where they are the defaults: what an envoy was promised is not changed by
 * other defaults. Earlier ones are kept, because a sale brings what was promised at its own time.
 *
 * @param number from 1; none is given twice
 * @param from when they were set
 * @param own whether they were settled for this envoy, rather than the defaults of then
 */
public record EnvoySettings(int number, Instant from, EnvoyTerms terms, boolean own) {
    public EnvoySettings {
        if (number < 1) {
            throw new IllegalArgumentException("EnvoySettings.number must be at least 1, not " + number);
        }
    }
}
