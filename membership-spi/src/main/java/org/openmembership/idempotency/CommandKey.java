package org.openmembership.idempotency;

import org.openmembership.club.ClubId;
import org.openmembership.shared.ExternalKey;

/** What makes a command one and the same: what is done, in which club, under which key of the caller's (R27). */
public record CommandKey(Operation operation, ClubId club, ExternalKey key) implements Comparable<CommandKey> {
    /** The source of keys that the library makes up for events; no host may use it. */
    public static final String OCCASION = "occasion";

    @Override
    public int compareTo(CommandKey other) {
        int byOperation = operation.compareTo(other.operation);
        int byKey = byOperation != 0 ? byOperation : key.compareTo(other.key);
        return byKey != 0 ? byKey : club.compareTo(other.club);
    }
}
