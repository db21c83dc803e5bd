package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerEvent.InvitationDeclined;
import org.openmembership.customer.CustomerEvent.InvitationWithdrawn;
import org.openmembership.customer.CustomerId;
import org.openmembership.document.EventDocuments;
import org.openmembership.invitation.InvitationState;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.DeclineResult.Accepted;
import org.openmembership.inviting.DeclineResult.Declined;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.registration.LinkConflict;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.VerificationResult.CustomerInactive;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.UserDisabled;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.shared.Actor;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;

/** Invitations that end before they are accepted, on every storage. */
@Requirement("C49")
final class WithdrawalTest extends InvitingStage {
    @Test
    @Requirement("S5")
    void one_that_was_withdrawn_registers_nobody_and_says_so_to_whoever_has_its_secret() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String secret = stage.mailbox.token();

        assertThat(withdraw(ada)).isEqualTo(Withdrawal.WITHDRAWN);
        assertThat(withdraw(ada)).isEqualTo(Withdrawal.UNCHANGED);

        assertThat(accept(invitation, secret, ADDRESS)).isEqualTo(new Expired());
        assertThat(accept(invitation, "no", ADDRESS)).isEqualTo(new Wrong(4));
        assertThat(decline(invitation, secret)).isEqualTo(new DeclineResult.Expired());
        assertThat(state(ada)).isEqualTo(InvitationState.WITHDRAWN);
    }

    @Test
    void inviting_again_sends_a_new_secret_and_the_one_before_stays_dead() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String first = stage.mailbox.token();
        withdraw(ada);

        assertThat(invite(ada)).isEqualTo(invitation);

        assertThat(accept(invitation, first, ADDRESS)).isEqualTo(new Wrong(4));
        assertThat(accepted().customers().links()).containsExactly(ada);
        assertThat(withdraw(ada)).isEqualTo(Withdrawal.ACCEPTED);
    }

    @Test
    @Requirement("R6")
    void a_message_that_is_still_due_is_not_sent() {
        CustomerId ada = inStore(ADDRESS);
        stage.mailbox.breakDown();
        invite(ada);
        stage.mailbox.repair();
        withdraw(ada);

        stage.time.advance(Duration.ofHours(1));
        stage.membership.notifications().deliver(100);

        assertThat(stage.mailbox.messages()).isEmpty();
    }

    @Test
    @Requirement({"R2", "S1"})
    void nobody_stands_for_the_address_of_a_customer_any_more_whose_invitation_is_called_off() {
        CustomerId withdrawn = inStore(ADDRESS);
        invite(withdrawn);
        withdraw(withdrawn);
        CustomerId declined = inStore(ADDRESS);
        decline(invite(declined), stage.mailbox.token());

        Verified verified = stage.registerAndVerify(PeopleStage.ada());

        assertThat(verified.customers().links()).doesNotContain(withdrawn, declined);
        assertThat(verified.customers().conflicts())
                .containsExactlyInAnyOrder(
                        new LinkConflict(withdrawn, LinkConflict.Reason.EMAIL_SET_BY_STAFF),
                        new LinkConflict(declined, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
    }

    @Test
    void only_an_open_invitation_is_withdrawn() {
        CustomerId ada = inStore(ADDRESS);

        assertThat(withdraw(CustomerId.of("nobody"))).isEqualTo(Withdrawal.UNKNOWN_CUSTOMER);
        assertThat(withdraw(ada)).isEqualTo(Withdrawal.NOT_INVITED);
        assertThat(stage.membership.inviting().of(ada)).isEmpty();
        decline(invite(ada), stage.mailbox.token());
        assertThat(withdraw(ada)).isEqualTo(Withdrawal.DECLINED);
    }

    @Test
    @Requirement({"R20", "S20"})
    void who_withdraws_needs_the_permission_of_who_invites() {
        CustomerId ada = inStore(ADDRESS);
        invite(ada);

        for (Actor actor : List.of(Actor.staff("clerk-1"), Actor.till("till-1"), Actor.member("m-1"))) {
            assertThatThrownBy(() -> stage.membership.as(actor).inviting().withdraw(ada))
                    .isInstanceOfSatisfying(
                            PermissionDeniedException.class,
                            denied -> assertThat(denied.permission()).isEqualTo(Permission.INVITE_CUSTOMER));
        }
        assertThat(state(ada)).isEqualTo(InvitationState.OPEN);
    }

    @Test
    @Requirement({"R7", "S5", "S8"})
    void whoever_got_it_for_somebody_else_declines_it_with_its_secret_alone() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String code = stage.mailbox.code();

        assertThat(decline(invitation, "no")).isEqualTo(new DeclineResult.Wrong(4));
        assertThat(decline(InvitationId.of("none"), code)).isEqualTo(new DeclineResult.Expired());
        assertThat(decline(invitation, " " + code)).isEqualTo(new Declined(false));
        assertThat(decline(invitation, stage.mailbox.token())).isEqualTo(new Declined(true));

        assertThat(accept(invitation, code, ADDRESS)).isEqualTo(new Expired());
        assertThat(state(ada)).isEqualTo(InvitationState.DECLINED);
    }

    @Test
    void a_mailbox_that_has_declined_is_not_invited_again_until_the_address_is_written_anew() {
        CustomerId ada = inStore(ADDRESS);
        decline(invite(ada), stage.mailbox.token());

        assertThat(refused(ada)).isEqualTo(NotInvited.DECLINED);
        stage.time.advance(Duration.ofMinutes(1));
        move(ada, "ada@example.com");
        assertThat(stage.membership.inviting().invite(ada)).isInstanceOf(Invited.class);
        assertThat(state(ada)).isEqualTo(InvitationState.OPEN);
    }

    @Test
    void once_somebody_has_registered_there_is_nothing_to_decline() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String secret = stage.mailbox.token();
        accepted();

        assertThat(decline(invitation, secret)).isEqualTo(new Accepted());
        assertThat(state(ada)).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    @Requirement("I17")
    void both_ends_are_told_and_in_the_trail_of_the_customer() {
        CustomerId ada = inStore(ADDRESS);
        invite(ada);
        withdraw(ada);
        CustomerId eve = inStore("eve@example.org");
        decline(invite(eve), stage.mailbox.token());

        List<MembershipEvent> told = stage.read(stores -> stores.outbox().waiting(100)).stream()
                .flatMap(event -> EventDocuments.read(event.document()).stream())
                .toList();
        assertThat(told).contains(new InvitationWithdrawn(ada), new InvitationDeclined(eve));
        assertThat(permissions(ada)).contains(Permission.INVITE_CUSTOMER);
        assertThat(permissions(eve)).contains(Permission.SIGN_IN);
    }

    @Test
    @Requirement({"A54", "R9"})
    void a_used_secret_of_a_disabled_user_says_so_and_nobody_is_to_be_signed_in() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String secret = stage.mailbox.token();
        Verified verified = accepted();
        stage.membership.users().disable(verified.user());

        assertThat(accept(invitation, secret, ADDRESS)).isEqualTo(new UserDisabled());
        stage.membership.users().enable(verified.user());
        assertThat(((Verified) accept(invitation, secret, ADDRESS)).repeated()).isTrue();
    }

    @Test
    @Requirement({"C45", "C51"})
    void a_customer_who_was_deactivated_is_registered_once_that_is_over() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String secret = stage.mailbox.token();
        stage.membership.customers().deactivate(ada);

        assertThat(accept(invitation, secret, ADDRESS)).isEqualTo(new CustomerInactive());
        assertThat(state(ada)).isEqualTo(InvitationState.OPEN);
        stage.membership.customers().activate(ada);
        assertThat(accepted().customers().links()).containsExactly(ada);
    }

    private Withdrawal withdraw(CustomerId customer) {
        return stage.membership.inviting().withdraw(customer);
    }

    private DeclineResult decline(InvitationId invitation, String secret) {
        return stage.membership.inviting().decline(invitation, secret);
    }

    private InvitationState state(CustomerId customer) {
        return stage.membership.inviting().of(customer).orElseThrow().state();
    }

    private List<Permission> permissions(CustomerId customer) {
        return stage.membership.auditTrail().list(AuditFilter.ALL, Page.Request.first(100)).items().stream()
                .filter(found -> found.topic().id().equals(customer.value()))
                .map(AuditRecord::permission)
                .toList();
    }
}
