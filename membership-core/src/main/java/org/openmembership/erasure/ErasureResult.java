package org.openmembership.erasure;

import java.time.Instant;
import java.util.List;
import org.openmembership.privacy.Erasure;

/** What came of forgetting somebody. */
public sealed interface ErasureResult {
    /**
     * Everything is gone; {@link Erasure#isComplete} tells whether all holders of the host's have done so too.
     *
     * @param repeated whether it was done before; then only holders that had not answered were asked
     */
    record Erased(Erasure receipt, boolean repeated) implements ErasureResult {}

    /** Nothing was done; it waits until this is settled, and can be executed again. */
    record Blocked(List<Blocker> blockers) implements ErasureResult {
        public Blocked {
            blockers = List.copyOf(blockers);
        }
    }

    /** Nothing was done; the waiting time is not over. */
    record TooEarly(Instant notBefore) implements ErasureResult {}

    /** Nothing was done, and nothing will be: it was withdrawn. */
    record Withdrawn() implements ErasureResult {}

    record UnknownErasure() implements ErasureResult {}
}
