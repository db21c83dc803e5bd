package org.openmembership.envoys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.Recruit;

/**
 * What there is to be shown of a member about envoys (A31); at least one of the two is there.
 *
 * @param envoy the member as an envoy, or as somebody who asked to be one
 * @param recruited by whom the member was recruited; for the shop also who registered with a code and was refused
 */
public record EnvoyTab(@Nullable Envoy envoy, @Nullable Recruit recruited) {
    static Optional<EnvoyTab> of(@Nullable Envoy envoy, @Nullable Recruit recruited) {
        return envoy == null && recruited == null ? Optional.empty() : Optional.of(new EnvoyTab(envoy, recruited));
    }
}
