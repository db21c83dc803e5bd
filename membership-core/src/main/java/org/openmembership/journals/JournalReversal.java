package org.openmembership.journals;

import org.openmembership.idempotency.Fingerprint;
import org.openmembership.journal.JournalId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;

/**
 * A journal to undo.
 *
 * @param journal which one
 * @param reason a code of the host's
 * @param key the caller's name for this attempt; not that of the journal
 */
public record JournalReversal(JournalId journal, ReasonCode reason, ExternalKey key) {
    public static JournalReversal of(JournalId journal, String reason, ExternalKey key) {
        return new JournalReversal(journal, ReasonCode.of(reason), key);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of("journal-reversal;" + journal + ";" + reason);
    }
}
