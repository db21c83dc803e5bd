package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Names one invitation to register; a link in its message carries it beside the token (C49).
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record InvitationId(String value) implements Comparable<InvitationId> {
    public InvitationId {
        Texts.requireId("InvitationId", value);
    }

    public static InvitationId of(String value) {
        return new InvitationId(value);
    }

    @Override
    public int compareTo(InvitationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
