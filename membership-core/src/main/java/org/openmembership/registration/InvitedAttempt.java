package org.openmembership.registration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.openmembership.customer.EmailAddress;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationState;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStanding;
import org.openmembership.proof.Throttling;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wait;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Secret;

/**
 * One secret tried on one invitation, by somebody who says where it came to (C49).
 *
 * <p>A wrong one is counted by the commit of this very unit of work (S8); another address than the one that was written to is
 * answered as a wrong secret, because whoever does not have the secret may not learn the address either (R7).
 */
record InvitedAttempt(
        EmailAddress email, Secret secret, Throttling throttling, int maxAttempts, ActiveAtOnce command, Instant now) {
    VerificationResult run(InvitationId id, Stores stores, Facts facts) {
        Optional<Instant> pause = throttling.proof(stores);
        if (pause.isPresent()) {
            return new Wait(pause.get());
        }
        Optional<Invitation> found = stores.invitations().findForUpdate(id);
        if (found.isEmpty() || found.get().isExpired(now)) {
            return new Expired();
        }
        Invitation invitation = found.get();
        int left = maxAttempts - invitation.attempts();
        if (left <= 0) {
            return new Wrong(0);
        }
        if (!invitation.isProvenBy(throttling.seal(), email.key(), secret)) {
            stores.invitations().update(invitation.triedInVain());
            throttling.proofFailed(stores);
            return new Wrong(left - 1);
        }
        return invitation.state() == InvitationState.ACCEPTED
                ? again(invitation, stores)
                : accept(invitation, stores, facts);
    }

    /** The customer may have moved, been merged or been registered since. */
    private VerificationResult accept(Invitation invitation, Stores stores, Facts facts) {
        // locks whoever has the address, so that the customer does not move between this question and the match
        stores.members().matchingCustomersForUpdate(email.key());
        boolean stillTheirs = stores.customers()
                .find(invitation.customer())
                .filter(invitation::isFor)
                .isPresent();
        if (!stillTheirs) {
            return new Expired();
        }
        RegistrationResult result = command.byProvenEmail(email, stores, facts);
        if (!(result instanceof Registered registered)) {
            return new EmailTaken();
        }
        stores.invitations().update(invitation.accepted());
        return new Verified(registered.member(), registered.user(), registered.customers(), false);
    }

    private static VerificationResult again(Invitation invitation, Stores stores) {
        Optional<Member> member = stores.members()
                .standingOfCustomer(invitation.customer())
                .map(MemberStanding::member)
                .flatMap(stores.members()::find);
        return member.<VerificationResult>map(found ->
                        new Verified(found.id(), requireNonNull(found.user()), LinkedCustomers.of(found), true))
                .orElseGet(Expired::new);
    }
}
