package org.openmembership.envoys;

import org.openmembership.envoy.EnvoyTerms;

/**
 * What a shop has settled about envoys (A53).
 *
 * @param defaults what an envoy gets unless settled otherwise; other defaults change nothing for those who are envoys already
 * @param requestsAllowed whether members may ask to be envoys
 */
public record EnvoyPolicy(EnvoyTerms defaults, boolean requestsAllowed) {
    /** A tenth of what a recruit earns in the first 365 days; members are designated and do not ask. */
    public static final EnvoyPolicy DEFAULT =
            new EnvoyPolicy(EnvoyTerms.ofPercent("10").forDays(365), false);

    public EnvoyPolicy with(EnvoyTerms otherDefaults) {
        return new EnvoyPolicy(otherDefaults, requestsAllowed);
    }

    public EnvoyPolicy allowingRequests() {
        return new EnvoyPolicy(defaults, true);
    }
}
