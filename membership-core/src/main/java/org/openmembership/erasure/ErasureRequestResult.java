package org.openmembership.erasure;

import org.openmembership.privacy.Erasure;

/** What came of asking that somebody be forgotten. */
public sealed interface ErasureRequestResult {
    /**
     * It waits.
     *
     * @param repeated whether it was asked for before; then nothing was changed
     */
    record Requested(Erasure erasure, boolean repeated) implements ErasureRequestResult {}

    /** It was done before. */
    record AlreadyErased(Erasure receipt) implements ErasureRequestResult {}

    record UnknownPerson() implements ErasureRequestResult {}
}
