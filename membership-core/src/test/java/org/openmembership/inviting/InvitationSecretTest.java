package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.VerificationResult;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;
import org.openmembership.user.RegistrationId;

/** The secrets of invitations: who does not have them learns and gets nothing, on every storage. */
@Requirement({"C49", "R6"})
final class InvitationSecretTest extends InvitingStage {
    @Test
    @Requirement({"S1", "S5", "S8"})
    void without_the_secret_nothing_is_linked_however_often_it_is_guessed() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String right = stage.mailbox.code();
        for (int left = 4; left >= 0; left--) {
            assertThat(accept(invitation, "no", ADDRESS)).isEqualTo(new Wrong(left));
        }

        assertThat(accept(invitation, right, ADDRESS)).isEqualTo(new Wrong(0));
        assertThat(hasMember(ada)).isFalse();
        invite(ada);
        assertThat(accept(invitation, right, ADDRESS)).isEqualTo(new Wrong(4));
        assertThat(accepted().customers().links()).containsExactly(ada);
    }

    @Test
    @Requirement({"R7", "S3"})
    void whoever_has_the_secret_but_names_another_address_learns_nothing_of_it() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);

        assertThat(accept(invitation, stage.mailbox.token(), "eve@example.org")).isEqualTo(new Wrong(4));
        assertThat(accept(InvitationId.of("none"), "1", ADDRESS)).isEqualTo(new Expired());
        assertThat(hasMember(ada)).isFalse();
    }

    @Test
    @Requirement({"S5", "R27"})
    void a_secret_is_used_once_and_says_the_same_again() {
        CustomerId ada = inStore(ADDRESS);
        invite(ada);

        Verified first = accepted();
        Verified again = accepted();

        assertThat(again).isEqualTo(new Verified(first.member(), first.user(), first.customers(), true));
        assertThat(stage.user(first.user()).isVerified()).isTrue();
    }

    @Test
    void a_newer_invitation_kills_the_message_before() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String first = stage.mailbox.token();
        invite(ada);

        assertThat(accept(invitation, first, ADDRESS)).isEqualTo(new Wrong(4));
        assertThat(accepted().customers().links()).containsExactly(ada);
    }

    @Test
    void an_invitation_works_for_two_weeks() {
        invite(inStore(ADDRESS));
        stage.time.advance(Duration.ofDays(14).minusSeconds(1));
        assertThat(accepted().repeated()).isFalse();

        InvitationId late = invite(inStore("eve@example.org"));
        stage.time.advance(Duration.ofDays(14));
        assertThat(accept(late, stage.mailbox.token(), "eve@example.org")).isEqualTo(new Expired());
    }

    @Test
    @Requirement("S3")
    void an_invitation_of_somebody_who_has_moved_is_over() {
        CustomerId ada = inStore(ADDRESS);
        InvitationId invitation = invite(ada);
        String secret = stage.mailbox.token();
        move(ada, "elsewhere@example.org");

        assertThat(accept(invitation, secret, ADDRESS)).isEqualTo(new Expired());
        assertThat(hasMember(ada)).isFalse();
    }

    @Test
    @Requirement({"R4", "R5", "S2"})
    void whoever_began_to_register_with_the_address_is_superseded_and_whoever_proved_it_is_not() {
        RegistrationId strangers = stage.register(PeopleStage.ada().name("Eve", "Stranger"));
        String strangersCode = stage.mailbox.code();
        CustomerId ada = inStore(ADDRESS);
        invite(ada);
        assertThat(accepted().customers().links()).containsExactly(ada);
        assertThat(stage.kiosk().verify(strangers, strangersCode)).isInstanceOf(Wrong.class);
        assertThat(stage.member(ADDRESS).details().name().last()).isEqualTo("King");

        InvitationId late = invite(inStore("grace@example.org"));
        String secret = stage.mailbox.token();
        stage.registerAndVerify(PeopleStage.ada().email("grace@example.org"));
        assertThat(accept(late, secret, "grace@example.org")).isEqualTo(new EmailTaken());
    }

    @Test
    @Requirement({"R11", "A4"})
    void staff_does_not_accept_for_a_customer() {
        CustomerId ada = create(stage.membership, NewCustomerKind.IN_STORE, ADDRESS);
        InvitationId invitation = invite(ada);

        assertThat(stage.clerk()
                        .accept(
                                invitation,
                                stage.mailbox.token(),
                                PeopleStage.ada().build()))
                .isEqualTo(new VerificationResult.StaffMayNotVerify());
        assertThat(hasMember(ada)).isFalse();
    }

    @Test
    @Requirement("I17")
    void an_invitation_and_who_made_it_are_in_the_trail() {
        invite(inStore(ADDRESS));

        Page<AuditRecord> trail = stage.membership.auditTrail().list(AuditFilter.ALL, Page.Request.first(50));
        List<Permission> done =
                trail.items().stream().map(AuditRecord::permission).toList();
        assertThat(done).contains(Permission.INVITE_CUSTOMER);
    }

    private boolean hasMember(CustomerId customer) {
        return stage.read(
                stores -> stores.members().standingOfCustomer(customer).isPresent());
    }
}
