package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.InvitationResult.Wait;
import org.openmembership.member.MemberStatus;
import org.openmembership.password.PasswordLinkResult;
import org.openmembership.registration.LinkConflict;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;

/** From the store to a login: customers who are invited, on every storage. */
@Requirement("C49")
final class InvitingTest extends InvitingStage {
    @Test
    @Requirement({"C2", "C46", "C48", "C49", "C50"})
    void whoever_is_invited_registers_and_sees_all_that_was_bought_in_the_store() {
        CustomerId ada = inStore(ADDRESS);
        sell(ada);
        sell(ada);
        InvitationId invitation = invite(ada);
        Message message = stage.mailbox.last();
        sell(ada);

        Verified verified = (Verified) accept(message.invitation(), " " + stage.mailbox.code(), "Ada@Example.org");

        assertThat(message.purpose()).isEqualTo(NotificationPurpose.INVITE_CUSTOMER);
        assertThat(message.address()).isEqualTo(EmailAddress.of(ADDRESS));
        assertThat(message.invitation()).isEqualTo(invitation);
        assertThat(verified.customers().links()).containsExactly(ada);
        assertThat(verified.customers().primary()).isEqualTo(ada);
        assertThat(verified.customers().conflicts()).isEmpty();
        assertThat(seen(verified.member(), List.of(ada))).isEqualTo(3);
        assertThat(stage.membership
                        .customers()
                        .find(ada)
                        .orElseThrow()
                        .standing()
                        .status())
                .isEqualTo(CustomerStatus.REGISTERED);
        assertThat(stage.member(ADDRESS).status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(stage.mailbox.messages()).hasSize(1);
        assertThat(stage.membership.passwords().send(verified.user())).isInstanceOf(PasswordLinkResult.Queued.class);
    }

    @Test
    @Requirement({"C46", "C47", "C49", "C50"})
    void a_guest_online_and_a_customer_in_the_store_become_one_member_with_all_purchases() {
        CustomerId guest = create(stage.membership, NewCustomerKind.GUEST, ADDRESS);
        sell(guest);
        stage.time.advance(Duration.ofDays(1));
        CustomerId inStore = inStore(ADDRESS);
        sell(inStore);
        sell(inStore);
        invite(inStore);

        Verified verified = accepted();

        assertThat(verified.customers().links()).containsExactlyInAnyOrder(guest, inStore);
        assertThat(verified.customers().primary()).isEqualTo(guest);
        assertThat(seen(verified.member(), List.of(guest, inStore))).isEqualTo(3);
        assertThat(List.of(guest, inStore))
                .allSatisfy(customer -> assertThat(stage.membership
                                .customers()
                                .find(customer)
                                .orElseThrow()
                                .standing()
                                .status())
                        .isEqualTo(CustomerStatus.REGISTERED));
    }

    @Test
    @Requirement({"C49", "R2"})
    void an_ordinary_registration_links_whom_the_shop_has_invited_too_and_nobody_else_a_clerk_wrote_down() {
        CustomerId invited = inStore(ADDRESS);
        CustomerId another = inStore(ADDRESS);
        invite(invited);

        Verified verified = stage.registerAndVerify(PeopleStage.ada());

        assertThat(verified.customers().links()).containsExactly(invited);
        assertThat(verified.customers().conflicts())
                .containsExactly(new LinkConflict(another, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
    }

    @Test
    @Requirement({"R2", "S1"})
    void an_address_that_a_clerk_writes_after_the_invitation_is_held_again() {
        CustomerId ada = inStore(ADDRESS);
        invite(ada);
        InvitationId invitation = stage.mailbox.last().invitation();
        String secret = stage.mailbox.token();
        stage.time.advance(Duration.ofMinutes(1));
        move(ada, "eve@example.org");
        stage.time.advance(Duration.ofMinutes(1));
        move(ada, ADDRESS);

        Verified verified = (Verified) accept(invitation, secret, ADDRESS);

        assertThat(verified.customers().links()).doesNotContain(ada);
        assertThat(verified.customers().conflicts())
                .containsExactly(new LinkConflict(ada, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
    }

    @Test
    @Requirement({"C49", "R3", "R4"})
    void only_customers_with_an_address_and_no_member_are_invited() {
        CustomerId applicant = create(stage.membership, NewCustomerKind.TRADE_APPLICANT, "firm@example.org");
        CustomerId away = inStore("away@example.org");
        stage.membership.customers().deactivate(away);
        CustomerId registered = create(stage.membership, NewCustomerKind.GUEST, ADDRESS);
        stage.registerAndVerify(PeopleStage.ada());
        CustomerId later = inStore(ADDRESS);

        assertThat(refused(CustomerId.of("nobody"))).isEqualTo(NotInvited.UNKNOWN_CUSTOMER);
        assertThat(refused(inStore(null))).isEqualTo(NotInvited.NO_EMAIL);
        assertThat(refused(applicant)).isEqualTo(NotInvited.INACTIVE);
        assertThat(refused(away)).isEqualTo(NotInvited.INACTIVE);
        assertThat(refused(registered)).isEqualTo(NotInvited.HAS_MEMBER);
        assertThat(refused(later)).isEqualTo(NotInvited.ADDRESS_TAKEN);
        assertThat(stage.mailbox.messages()).hasSize(1);
    }

    @Test
    @Requirement({"R20", "S20"})
    void who_invites_needs_a_permission_of_its_own_and_clerks_and_tills_have_none() {
        CustomerId ada = inStore(ADDRESS);

        for (Actor actor : List.of(Actor.staff("clerk-1"), Actor.till("till-1"), Actor.member("m-1"))) {
            assertThatThrownBy(() -> stage.membership.as(actor).inviting().invite(ada))
                    .isInstanceOfSatisfying(
                            PermissionDeniedException.class,
                            denied -> assertThat(denied.permission()).isEqualTo(Permission.INVITE_CUSTOMER));
        }
        assertThat(stage.mailbox.messages()).isEmpty();
    }

    @Test
    @Requirement({"C49", "S10"})
    void a_mailbox_cannot_be_flooded_with_invitations() {
        CustomerId ada = inStore(ADDRESS);
        InvitationResult last = stage.membership.inviting().invite(ada);
        int sent = 0;
        while (!(last instanceof Wait) && sent < 100) {
            sent++;
            last = stage.membership.inviting().invite(ada);
        }

        assertThat(last).isInstanceOf(Wait.class);
        assertThat(stage.mailbox.messages()).hasSize(sent);
        stage.time.advance(Duration.ofDays(2));
        assertThat(stage.membership.inviting().invite(ada)).isInstanceOf(InvitationResult.Invited.class);
    }

    @Test
    @Requirement({"C49", "R6"})
    void nothing_is_sent_to_whoever_has_registered_or_moved_before_the_message_goes() {
        CustomerId ada = inStore(ADDRESS);
        CustomerId eve = inStore("eve@example.org");
        stage.mailbox.breakDown();
        invite(ada);
        invite(eve);
        stage.mailbox.repair();
        move(eve, "elsewhere@example.org");
        stage.registerAndVerify(PeopleStage.ada());
        int before = stage.mailbox.messages().size();

        stage.time.advance(Duration.ofHours(1));
        stage.membership.notifications().deliver(100);

        assertThat(stage.mailbox
                        .messages()
                        .subList(before, stage.mailbox.messages().size()))
                .as("nothing but the farewell to the former address")
                .extracting(Message::purpose)
                .containsExactly(NotificationPurpose.ADDRESS_CHANGED);
    }
}
