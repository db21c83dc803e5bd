package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStore;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.SellingTerms;
import org.openmembership.shared.ExternalKey;

/** How every {@link CustomerStore} changes customers, and keeps apart what is given once. */
public abstract class CustomerChangeContract extends StoreContract {
    @Test
    @Requirement({"C7", "C17", "C19", "C20", "C21", "C22", "C23", "C26"})
    void a_changed_customer_is_read_back_as_it_is_now() {
        Customer full = AnyCustomer.anyFullCustomer();
        add(full);
        Customer bare = full.changed()
                .accountCode(null)
                .name(PersonName.of("Augusta", "King"))
                .profile(CustomerProfile.NONE)
                .email(null)
                .emailSetByStaffAt(null)
                .phones(List.of())
                .addresses(List.of(AnyCustomer.anyShortAddress()))
                .standing(CustomerStanding.applicant())
                .selling(SellingTerms.USUAL)
                .defaults(null)
                .build();

        write(stores -> stores.customers().update(bare));

        assertThat(find(full.id())).contains(bare);
        assertThat(withEmail(requireNonNull(full.email()))).isEmpty();
        assertThat(withAccountCode(requireNonNull(full.accountCode()))).isEmpty();

        Customer again = bare.changed()
                .email(full.email())
                .accountCode(full.accountCode())
                .build();
        write(stores -> stores.customers().update(again));

        assertThat(withEmail(requireNonNull(full.email()))).containsExactly(again);
        assertThat(withAccountCode(requireNonNull(full.accountCode()))).contains(again);
    }

    @Test
    @Requirement("C45")
    void a_change_of_standing_leaves_all_else_as_it_is() {
        Customer full = AnyCustomer.anyFullCustomer();
        add(full);
        Customer next = full.changed().standing(CustomerStanding.applicant()).build();

        write(stores -> stores.customers().updateStanding(next));

        assertThat(find(full.id())).contains(next);
        assertThat(withEmail(requireNonNull(full.email()))).containsExactly(next);
        assertAlwaysLost(stores -> stores.customers().updateStanding(next));
    }

    @Test
    void a_customer_changed_meanwhile_is_read_again() {
        Customer customer = AnyCustomer.anyCustomer();
        add(customer);
        write(stores -> stores.customers().update(customer.changed().build()));

        assertRunAgain(
                stores -> stores.customers().update(customer.changed().build()),
                stores -> stores.customers()
                        .update(stores.customers()
                                .find(customer.id())
                                .orElseThrow()
                                .changed()
                                .build()));
        assertThat(find(customer.id()).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    @Requirement("C18")
    void one_account_code_is_given_once() {
        AccountCode code = AccountCode.of(Any.any("account"));
        add(AnyCustomer.builder().accountCode(code).build());
        Customer other = AnyCustomer.anyCustomer();
        add(other);

        assertAlwaysLost(stores ->
                stores.customers().add(AnyCustomer.builder().accountCode(code).build()));
        assertAlwaysLost(stores ->
                stores.customers().update(other.changed().accountCode(code).build()));
    }

    @Test
    void one_reference_is_given_once() {
        ExternalKey reference = ExternalKey.of("pos", Any.any("customer"));
        add(referenced(reference));

        assertAlwaysLost(stores -> stores.customers().add(referenced(reference)));
    }

    @Test
    void a_unit_of_work_whose_reference_was_taken_meanwhile_is_run_again() {
        ExternalKey reference = ExternalKey.of("pos", Any.any("customer"));
        Customer first = referenced(reference);
        add(first);

        assertRunAgain(
                stores -> stores.customers().add(referenced(reference)),
                stores -> assertThat(stores.customers().withReferences(Set.of(reference)))
                        .containsExactly(first));
    }

    private void add(Customer... customers) {
        write(stores -> List.of(customers).forEach(stores.customers()::add));
    }

    private Optional<Customer> find(CustomerId id) {
        return read(stores -> stores.customers().find(id));
    }

    private Optional<Customer> withAccountCode(AccountCode code) {
        return read(stores -> stores.customers().withAccountCode(code));
    }

    private List<Customer> withEmail(EmailAddress email) {
        return read(stores -> stores.customers().withEmail(email.key()));
    }

    private static Customer referenced(ExternalKey reference) {
        return AnyCustomer.builder().reference(reference).build();
    }
}
