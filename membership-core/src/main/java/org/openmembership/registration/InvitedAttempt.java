package org.openmembership.registration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationState;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStanding;
import org.openmembership.proof.InvitationProof;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.registration.VerificationResult.CustomerInactive;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.UserDisabled;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wait;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Secret;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * One secret tried on one invitation, by somebody who says where it came to (C49).
 *
 * <p>Another address than the one that was written to is answered as a wrong secret, because whoever does not have the secret
 * may not learn the address either (R7).
 */
record InvitedAttempt(EmailAddress email, Secret secret, InvitationProof proof, ActiveAtOnce command) {
    VerificationResult run(InvitationId id, Stores stores, Facts facts) {
        InvitationProof.Outcome outcome = proof.prove(id, any -> email.key(), secret, stores);
        if (outcome instanceof InvitationProof.Outcome.Proven proven) {
            return follow(proven.invitation(), stores, facts);
        }
        if (outcome instanceof InvitationProof.Outcome.Wrong wrong) {
            return new Wrong(wrong.attemptsLeft());
        }
        return outcome instanceof InvitationProof.Outcome.Wait wait ? new Wait(wait.until()) : new Expired();
    }

    private VerificationResult follow(Invitation invitation, Stores stores, Facts facts) {
        if (invitation.isCalledOff()) {
            return new Expired();
        }
        return invitation.state() == InvitationState.ACCEPTED
                ? again(invitation, stores)
                : accept(invitation, stores, facts);
    }

    /** The customer may have moved, been merged, been switched off or been registered since. */
    private VerificationResult accept(Invitation invitation, Stores stores, Facts facts) {
        // locks whoever has the address, so that the customer does not move between this question and the match
        stores.members().matchingCustomersForUpdate(email.key());
        Optional<Customer> customer =
                stores.customers().find(invitation.customer()).filter(invitation::isFor);
        if (customer.isEmpty()) {
            return new Expired();
        }
        if (!customer.get().standing().active()) {
            return new CustomerInactive();
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
        if (member.isEmpty()) {
            return new Expired();
        }
        UserId user = requireNonNull(member.get().user());
        boolean enabled = stores.users().find(user).filter(User::enabled).isPresent();
        return enabled
                ? new Verified(member.get().id(), user, LinkedCustomers.of(member.get()), true)
                : new UserDisabled();
    }
}
