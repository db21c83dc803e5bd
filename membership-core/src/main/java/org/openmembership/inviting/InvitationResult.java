package org.openmembership.inviting;

import java.time.Instant;
import org.openmembership.invitation.NotInvited;
import org.openmembership.user.InvitationId;

/** What came of {@link Inviting#invite}. */
public sealed interface InvitationResult {
    /** A message is on its way to the address of the customer; what was sent before is dead. */
    record Invited(InvitationId invitation) implements InvitationResult {}

    /** Nothing was sent. */
    record Refused(NotInvited reason) implements InvitationResult {}

    /** Too many messages to this customer, or from this origin, were asked for; nothing was sent. */
    record Wait(Instant until) implements InvitationResult {}
}
