package org.openmembership.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.AddressHolders.HoldingMember;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent.MemberRegistered;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.shared.Ids;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent.AddressClaimed;
import org.openmembership.user.UserId;

/**
 * A registration whose address has to be proven: nobody's history is looked at before that, and an imported member is not
 * touched (S1, R5).
 */
record ProvenLater(Applicant applicant, EmailAddress email, boolean revealExistingEmail, Ids ids, Instant now) {
    /** What the caller is told, and what has to be sent. */
    record Outcome(RegistrationResult result, @Nullable NotificationId due) {}

    Outcome run(Stores stores, Facts facts) {
        AddressHolders holders = stores.members().holders(email.key());

        Admission admission = Admission.of(holders, email, true, UserId.of(ids.next()));

        if (admission instanceof Admission.Open open) {
            return begin(open, holders.imported(), stores, facts);
        }
        return turnAway((Admission.Taken) admission, stores, facts);
    }

    private Outcome begin(Admission.Open open, @Nullable MemberId imported, Stores stores, Facts facts) {
        open.keepUser(stores.users());
        MemberId member = keepMember(open, imported, stores, facts);
        return keep(open.user(), member, RegistrationState.AWAITING_VERIFICATION, stores);
    }

    private MemberId keepMember(Admission.Open open, @Nullable MemberId imported, Stores stores, Facts facts) {
        HoldingMember awaiting = open.awaiting();
        if (awaiting != null) {
            Member replaced = awaiting.replaced(open.user().id(), email, applicant.details(), applicant.terms());
            stores.members().update(replaced.superseded());
            facts.happened(new AddressClaimed(open.user().id()), now);
            return awaiting.id();
        }
        if (imported != null) {
            pretendMember(open.user(), stores, facts);
            return imported;
        }
        Member member = Member.awaiting(
                MemberId.of(ids.next()), open.user().id(), email, applicant.details(), applicant.terms());
        stores.members().add(member);
        facts.happened(new MemberRegistered(member.id(), open.user().id()), now);
        return member.id();
    }

    /** The same answer and the same work as for a free address; the mailbox's owner is told instead (R7, S9). */
    private Outcome turnAway(Admission.Taken taken, Stores stores, Facts facts) {
        if (revealExistingEmail) {
            return new Outcome(new RegistrationResult.EmailTaken(), null);
        }
        stores.users().pretend();
        pretendMember(taken.user(), stores, facts);
        MemberId member = taken.member() == null ? null : taken.member().id();
        return keep(taken.user(), member, RegistrationState.ADDRESS_TAKEN, stores);
    }

    private void pretendMember(User user, Stores stores, Facts facts) {
        stores.members().pretend(applicant.details());
        facts.happened(new AddressClaimed(user.id()), now);
    }

    private Outcome keep(User user, @Nullable MemberId member, RegistrationState state, Stores stores) {
        Registration registration = Registration.begun(
                RegistrationId.of(ids.next()),
                new Registration.Subject(user.id(), member, user.epoch()),
                email,
                applicant.details(),
                applicant.terms(),
                applicant.accepts(),
                state);
        Notification notification = notificationOf(registration, NotificationId.of(ids.next()), now);
        stores.members().add(registration);
        if (applicant.card() != null) {
            stores.cards().wish(registration.id(), applicant.card());
        }
        if (applicant.invitedBy() != null) {
            stores.envoys().wish(registration.id(), applicant.invitedBy());
        }
        stores.notifications().add(notification);
        return new Outcome(new RegistrationResult.AwaitingVerification(registration.id()), notification.id());
    }

    /** The message that a registration needs sent. */
    static Notification notificationOf(Registration registration, NotificationId id, Instant now) {
        NotificationPurpose purpose = registration.state() == RegistrationState.ADDRESS_TAKEN
                ? NotificationPurpose.ADDRESS_ALREADY_REGISTERED
                : NotificationPurpose.VERIFY_ADDRESS;
        MessageTopic topic = new MessageTopic.OfRegistration(registration.id());
        return Notification.due(id, purpose, registration.subject().user(), topic, now);
    }
}
