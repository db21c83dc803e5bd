package org.openmembership.reversal;

import org.openmembership.ledger.EntryId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;

/**
 * An entry to undo.
 *
 * @param entry which one
 * @param reason a code of the host's
 * @param key the caller's name for this attempt
 */
public record ReversalRequest(EntryId entry, ReasonCode reason, ExternalKey key) {
    public static ReversalRequest of(EntryId entry, String reason, ExternalKey key) {
        return new ReversalRequest(entry, ReasonCode.of(reason), key);
    }
}
