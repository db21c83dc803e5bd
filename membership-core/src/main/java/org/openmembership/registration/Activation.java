package org.openmembership.registration;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.PersonalDetails;
import org.openmembership.storage.Stores;

/**
 * Which customers a member gets when it becomes active (A15-A17).
 *
 * @param created the customer made because none matched, null if one did
 * @param links all of them, in order of id
 * @param primary the oldest
 * @param conflicts those that are not linked
 */
record Activation(
        @Nullable Customer created, List<CustomerLink> links, CustomerId primary, List<LinkConflict> conflicts) {
    /** @param newCustomer makes the customer of somebody whom none matches */
    static Activation of(EmailMatch match, Supplier<Customer> newCustomer, Instant now) {
        if (match.linked().isEmpty()) {
            Customer created = newCustomer.get();
            return new Activation(created, links(List.of(created), now), created.id(), match.conflicts());
        }
        CustomerId oldest = match.linked().get(0).id();
        return new Activation(null, links(match.linked(), now), oldest, match.conflicts());
    }

    /** The customer of somebody whom none matches: their own values, the rest from the register (A16, A33). */
    static Customer customerOf(
            CustomerId id,
            @Nullable EmailAddress email,
            PersonalDetails details,
            @Nullable NewCustomerDefaults defaults,
            Instant now) {
        return Customer.builder(id, details.name(), now)
                .email(email)
                .phones(details.phones())
                .addresses(details.addresses())
                .defaults(defaults)
                .build();
    }

    /** Keeps an activated member that was not there before, and its customers. */
    void add(Member activated, Stores stores) {
        addCustomer(stores);
        stores.members().add(activated);
    }

    /** Keeps a member that was there before, as it is now, and its customers. */
    void update(Member activated, Stores stores) {
        addCustomer(stores);
        stores.members().update(activated);
        stores.members().link(activated.id(), links);
    }

    LinkedCustomers customers() {
        return new LinkedCustomers(links.stream().map(CustomerLink::customer).toList(), primary, conflicts);
    }

    private void addCustomer(Stores stores) {
        if (created != null) {
            stores.customers().add(created);
        }
    }

    private static List<CustomerLink> links(List<Customer> customers, Instant now) {
        return customers.stream()
                .map(Customer::id)
                .sorted()
                .map(id -> new CustomerLink(id, now))
                .toList();
    }
}
