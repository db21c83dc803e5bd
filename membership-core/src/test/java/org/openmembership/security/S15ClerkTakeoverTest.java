package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.registration.LinkConflict;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationPurpose;

/** S15: a clerk writes his own address into a customer's record, registers with it and inherits the customer. */
@Requirement({"S15", "R2"})
class S15ClerkTakeoverTest extends PeopleTest {
    private static final String VICTIM = "ada@example.org";
    private static final String MINE = "clerk@example.org";

    @Test
    void an_address_that_staff_wrote_is_held_and_links_nothing_when_its_owner_registers() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        write(rich, MINE);

        Verified clerk = stage.registerAndVerify(PeopleStage.ada().email(MINE));

        assertThat(customer(rich).emailSetByStaffAt()).isEqualTo(stage.time.instant());
        assertThat(clerk.customers().links()).isNotEmpty().doesNotContain(rich);
        assertThat(clerk.customers().conflicts())
                .containsExactly(new LinkConflict(rich, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
        assertThat(belongsToSomebody(rich)).isFalse();
        assertThat(seenBy(clerk, rich)).isFalse();
    }

    @Test
    void waiting_does_not_help_who_is_registered_already() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        Verified clerk = stage.registerAndVerify(PeopleStage.ada().email(MINE));
        write(rich, MINE);

        stage.time.advance(Duration.ofDays(400));

        assertThat(seenBy(clerk, rich)).isFalse();
        stage.register(PeopleStage.ada().email(MINE));
        assertThat(belongsToSomebody(rich)).isFalse();
    }

    @Test
    void writing_the_same_address_again_begins_the_cool_off_anew_only_if_it_had_changed() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        write(rich, VICTIM);
        assertThat(customer(rich).emailSetByStaffAt()).isNull();

        write(rich, MINE);
        stage.time.advance(Duration.ofDays(29));
        write(rich, VICTIM);
        Instant again = stage.time.instant();
        write(rich, MINE);

        assertThat(customer(rich).emailSetByStaffAt()).isEqualTo(again);
        stage.time.advance(Duration.ofDays(29));
        assertThat(stage.registerAndVerify(PeopleStage.ada().email(MINE))
                        .customers()
                        .links())
                .doesNotContain(rich);
    }

    @Test
    void the_address_with_which_a_member_signs_in_is_out_of_a_clerks_reach() {
        stage.userWithPassword(PeopleStage.ada().email(VICTIM), "a fine long password");
        Verified owner = stage.registerAndVerify(PeopleStage.ada().email("eve@example.org"));
        CustomerId record = owner.customers().primary();

        write(record, MINE);

        assertThat(stage.user(owner.user()).email().typed()).isEqualTo("eve@example.org");
        int sent = stage.mailbox.messages().size();
        stage.web("elsewhere").passwords().request(MINE);
        assertThat(stage.mailbox.messages()).hasSize(sent);
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> clerk().emailChange().request(owner.user(), MINE));
    }

    @Test
    void whoever_had_the_address_before_is_told_though_without_a_login() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");

        write(rich, MINE);
        stage.membership.notifications().deliver(10);

        Message told = stage.mailbox.last();
        assertThat(told.purpose()).isEqualTo(NotificationPurpose.ADDRESS_CHANGED);
        assertThat(told.customer()).isEqualTo(rich);
        assertThat(told.address()).isEqualTo(EmailAddress.of(VICTIM));
        assertThat(told.proof()).isNull();
        assertThat(stage.membership.notifications().deliver(10).sent()).isZero();
    }

    @Test
    void taking_the_address_out_is_told_too_and_writing_it_otherwise_is_not() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");

        write(rich, "ADA@example.org");
        assertThat(stage.membership.notifications().deliver(10).sent()).isZero();
        write(rich, null);
        assertThat(stage.membership.notifications().deliver(10).sent()).isOne();
        write(rich, MINE);

        assertThat(stage.membership.notifications().deliver(10).sent()).isZero();
        assertThat(stage.mailbox.last().address()).isEqualTo(EmailAddress.of("ADA@example.org"));
    }

    @Test
    void every_address_on_the_way_is_told_in_its_turn() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");

        write(rich, "between@example.org");
        write(rich, MINE);
        stage.membership.notifications().deliver(10);

        assertThat(stage.mailbox.messages())
                .extracting(Message::address)
                .containsExactlyInAnyOrder(EmailAddress.of(VICTIM), EmailAddress.of("between@example.org"));
    }

    @Test
    @Requirement("R17")
    void an_address_that_waits_to_be_told_is_forgotten_with_the_customer() {
        CustomerId rich = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        write(rich, MINE);

        Requested asked = (Requested)
                stage.membership.erasures().request(rich, ReasonCode.of("ASKED"), IdentityProof.DOCUMENT_SEEN);
        stage.time.advance(Duration.ofDays(60));
        assertThat(stage.membership.erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);

        assertThat(stage.<List<Notification>>read(
                        stores -> stores.notifications().due(stage.time.instant(), 10)))
                .isEmpty();
    }

    private boolean belongsToSomebody(CustomerId customer) {
        return stage.read(
                stores -> stores.members().standingOfCustomer(customer).isPresent());
    }

    private boolean seenBy(Verified member, CustomerId customer) {
        Membership own = stage.membership.as(Actor.member(member.member().value()));
        try {
            return own.customers().find(customer).isPresent();
        } catch (PermissionDeniedException refused) {
            return false;
        }
    }

    private Membership clerk() {
        return stage.membership.as(Actor.staff("clerk-1"));
    }

    private void write(CustomerId id, @Nullable String email) {
        Customer current = customer(id);
        EditResult result = clerk().customers()
                .edit(
                        id,
                        current.version(),
                        CustomerForm.from(current).email(email).build());
        assertThat(result).isInstanceOf(EditResult.Edited.class);
    }

    private Customer customer(CustomerId id) {
        return stage.read(stores -> stores.customers().find(id).orElseThrow());
    }
}
