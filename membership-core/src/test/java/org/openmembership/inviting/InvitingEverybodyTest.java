package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.NotificationPurpose;

/** A shop that invites every new customer of its stores, on every storage. */
@Requirement("C49")
final class InvitingEverybodyTest extends InvitingStage {
    @Override
    protected RegistrationPolicy policy(RegistrationPolicy usual) {
        return usual.with(usual.inviting().everyNewCustomer());
    }

    @Test
    void every_new_customer_in_the_store_gets_a_message_and_a_guest_online_none() {
        CustomerId ada = inStore(ADDRESS);
        inStore(null);
        create(stage.membership, NewCustomerKind.GUEST, "guest@example.org");

        assertThat(stage.mailbox.messages()).isEmpty();
        assertThat(stage.membership.notifications().deliver(100).sent()).isEqualTo(1);

        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.INVITE_CUSTOMER);
        assertThat(accepted().customers().links()).containsExactly(ada);
    }

    @Test
    void whose_address_is_a_members_already_is_not_invited() {
        inStore(ADDRESS);
        stage.membership.notifications().deliver(100);
        accepted();

        inStore(ADDRESS);

        assertThat(stage.membership.notifications().deliver(100).sent()).isZero();
    }
}
