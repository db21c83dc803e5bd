package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.registration.LinkConflict;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;

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

    private void write(CustomerId id, String email) {
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
