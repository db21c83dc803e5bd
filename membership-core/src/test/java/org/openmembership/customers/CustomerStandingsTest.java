package org.openmembership.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.customers.EditResult.Refused;
import org.openmembership.testkit.Requirement;

/** Where customers stand, and who moves them, on every storage. */
final class CustomerStandingsTest extends ClerkTest {
    @Test
    @Requirement({"C44", "C47", "C48", "C23", "C41", "C51", "R12"})
    void where_a_new_customer_stands_depends_on_how_it_came() {
        assertThat(standing(NewCustomerKind.IN_STORE)).isEqualTo(CustomerStanding.retail(CustomerStatus.IN_STORE));
        assertThat(standing(NewCustomerKind.GUEST)).isEqualTo(CustomerStanding.retail(CustomerStatus.GUEST));
        assertThat(standing(NewCustomerKind.TRADE_APPLICANT)).isEqualTo(CustomerStanding.applicant());
    }

    @Test
    @Requirement({"C40", "C41", "C51", "R12"})
    void an_approved_applicant_is_active_and_in_store_and_a_rejected_one_is_retail() {
        CustomerId first = created(create(NewCustomerKind.TRADE_APPLICANT)).id();
        CustomerId second = created(create(NewCustomerKind.TRADE_APPLICANT)).id();

        assertThat(customers().activate(first)).isInstanceOf(Refused.class);
        assertThat(edited(customers().approve(first)).standing())
                .isEqualTo(new CustomerStanding(CustomerType.TRADE, CustomerStatus.IN_STORE, true));
        assertThat(edited(customers().reject(second)).standing())
                .isEqualTo(CustomerStanding.retail(CustomerStatus.IN_STORE));
        assertThat(customers().approve(second)).isEqualTo(new Refused(EditRefusal.WRONG_STATUS, find(second)));
    }

    @Test
    @Requirement({"C40", "C46", "R12"})
    void an_approved_applicant_with_a_login_is_registered() {
        CustomerId ada = created(create(ada().email("ada@example.org").build())).id();
        register("ada@example.org");
        assertThat(find(ada).standing()).isEqualTo(CustomerStanding.retail(CustomerStatus.REGISTERED));

        assertThat(edited(customers().applyForTrade(ada)).standing()).isEqualTo(CustomerStanding.applicant());
        assertThat(edited(customers().approve(ada)).standing())
                .isEqualTo(new CustomerStanding(CustomerType.TRADE, CustomerStatus.REGISTERED, true));
    }

    @Test
    @Requirement({"C46", "C50"})
    void whoever_registers_is_registered_in_every_customer_record_that_is_linked() {
        CustomerId guest = created(customers()
                        .create(
                                shop.key(),
                                NewCustomerKind.GUEST,
                                ada().email("b@example.org").build()))
                .id();
        CustomerId inStore =
                created(create(ada().email("B@example.org").build())).id();
        CustomerId stranger =
                created(create(ada().email("c@example.org").build())).id();

        register("b@example.org");

        assertThat(find(guest).standing().status()).isEqualTo(CustomerStatus.REGISTERED);
        assertThat(find(inStore).standing().status()).isEqualTo(CustomerStatus.REGISTERED);
        assertThat(find(stranger).standing().status()).isEqualTo(CustomerStatus.IN_STORE);
    }

    @Test
    @Requirement({"C23", "C48", "C3"})
    void customers_are_deactivated_and_activated_and_a_guest_is_served_in_a_store() {
        CustomerId ada = created(create(NewCustomerKind.GUEST)).id();

        assertThat(edited(customers().deactivate(ada)).standing().active()).isFalse();
        assertThat(edited(customers().activate(ada)).standing().active()).isTrue();
        assertThat(edited(customers().serveInStore(ada)).standing().status()).isEqualTo(CustomerStatus.IN_STORE);
        assertThat(edited(customers().serveInStore(ada)).version()).isEqualTo(4);
    }

    @Test
    void nobody_unknown_is_changed() {
        assertThat(customers().approve(CustomerId.of("nobody")))
                .isEqualTo(new Refused(EditRefusal.UNKNOWN_CUSTOMER, null));
        assertThat(customers().find(CustomerId.of("nobody"))).isEmpty();
    }

    private CustomerStanding standing(NewCustomerKind kind) {
        return created(create(kind)).standing();
    }
}
