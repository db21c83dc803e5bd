package org.openmembership.inviting;

import java.time.Instant;
import org.openmembership.access.Permission;
import org.openmembership.customer.CustomerEvent.InvitationDeclined;
import org.openmembership.invitation.Invitation;
import org.openmembership.inviting.DeclineResult.Accepted;
import org.openmembership.inviting.DeclineResult.Declined;
import org.openmembership.inviting.DeclineResult.Expired;
import org.openmembership.inviting.DeclineResult.Wait;
import org.openmembership.inviting.DeclineResult.Wrong;
import org.openmembership.proof.InvitationProof;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Secret;

/** One secret tried by somebody who says that an invitation was meant for somebody else. */
record Decline(Secret secret, InvitationProof proof, Instant now) {
    DeclineResult run(InvitationId id, Stores stores, Facts facts) {
        InvitationProof.Outcome outcome = proof.prove(id, Invitation::email, secret, stores);
        if (outcome instanceof InvitationProof.Outcome.Proven proven) {
            return decline(proven.invitation(), stores, facts);
        }
        if (outcome instanceof InvitationProof.Outcome.Wrong wrong) {
            return new Wrong(wrong.attemptsLeft());
        }
        return outcome instanceof InvitationProof.Outcome.Wait wait ? new Wait(wait.until()) : new Expired();
    }

    private DeclineResult decline(Invitation invitation, Stores stores, Facts facts) {
        return switch (invitation.state()) {
            case OPEN -> {
                facts.attempted(
                        Permission.SIGN_IN,
                        new Topic(Topic.Kind.CUSTOMER, invitation.customer().value()));
                stores.invitations().update(invitation.declined());
                facts.happened(new InvitationDeclined(invitation.customer()), now);
                yield new Declined(false);
            }
            case DECLINED -> new Declined(true);
            case WITHDRAWN -> new Expired();
            case ACCEPTED -> new Accepted();
        };
    }
}
