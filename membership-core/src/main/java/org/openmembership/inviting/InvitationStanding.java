package org.openmembership.inviting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationState;
import org.openmembership.user.KeptSecrets;

/**
 * How the invitation of a customer stands.
 *
 * @param invitedAt when, the last time
 * @param until the first instant at which the secret that was sent does not work any more; null while the message is still due
 */
public record InvitationStanding(
        InvitationState state, Instant invitedAt, @Nullable Instant until) {
    static InvitationStanding of(Invitation invitation) {
        KeptSecrets secrets = invitation.secrets();
        return new InvitationStanding(
                invitation.state(), invitation.invitedAt(), secrets == null ? null : secrets.expiresAt());
    }
}
