package org.openmembership.envoys;

import org.openmembership.envoy.Envoy;

/** What became of an envoy. */
public sealed interface EnvoyResult {
    /** @param repeated whether it was so already; then nothing was changed */
    record Changed(Envoy envoy, boolean repeated) implements EnvoyResult {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements EnvoyResult {}

    /** Why nothing was changed. */
    enum Reason {
        UNKNOWN_MEMBER,
        /** The member is not active yet, or not any more. */
        NOT_ACTIVE,
        /** The shop lets nobody ask to be an envoy. */
        REQUESTS_CLOSED,
        /** The member is no envoy and has not asked to be one. */
        NO_ENVOY,
        /** Where the envoy stands now, that cannot be done. */
        OTHER_STATUS
    }
}
