package org.openmembership.sharing;

import java.time.Instant;
import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;

/** What became of an account that was to become part of a family's. */
public sealed interface PoolingResult {
    /**
     * The member shares the family's account, which has the points now.
     *
     * @param account the family's
     * @param brought the entries that brought them, one for each kind of points; empty where there were none
     * @param repeated whether this is the first answer again
     */
    record Pooled(AccountId account, List<PointEntry> brought, boolean repeated) implements PoolingResult {
        public Pooled {
            brought = List.copyOf(brought);
        }
    }

    /**
     * Nothing was moved, and nobody joined.
     *
     * @param repeated whether this is the first answer again
     */
    record Refused(PoolingRefusal reason, boolean repeated) implements PoolingResult {}

    /** The key was used before for other accounts; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements PoolingResult {}

    /** The storage went away at the wrong moment; ask {@link Sharing#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements PoolingResult {}
}
