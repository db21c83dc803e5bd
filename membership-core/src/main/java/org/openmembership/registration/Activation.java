package org.openmembership.registration;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerCreated;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.StandingStep;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberEvent.CustomerLinked;
import org.openmembership.member.MemberEvent.MemberActivated;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.step.Consenting;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.UserId;

/**
 * Which customers a member gets when it becomes active (A15-A17).
 *
 * @param created the customer made because none matched, null if one did
 * @param registered those that matched and have had no login so far, as they are now (C46, C50)
 * @param links all of them, in order of id
 * @param main the oldest, as it is now
 * @param conflicts those that are not linked
 */
record Activation(
        @Nullable Customer created,
        List<Customer> registered,
        List<CustomerLink> links,
        Customer main,
        List<LinkConflict> conflicts) {
    /** The oldest. */
    CustomerId primary() {
        return main.id();
    }

    /** @param newCustomer makes the customer of somebody whom none matches */
    static Activation of(EmailMatch match, Supplier<Customer> newCustomer, Instant now) {
        if (match.linked().isEmpty()) {
            Customer created = newCustomer.get();
            return new Activation(created, List.of(), links(List.of(created), now), created, match.conflicts());
        }
        Customer oldest = match.linked().get(0);
        return new Activation(null, registered(match.linked()), links(match.linked(), now), oldest, match.conflicts());
    }

    private static List<Customer> registered(List<Customer> linked) {
        List<Customer> registered = new ArrayList<>();
        for (Customer customer : linked) {
            customer.standing()
                    .after(StandingStep.REGISTER, true)
                    .filter(next -> !next.equals(customer.standing()))
                    .ifPresent(next ->
                            registered.add(customer.changed().standing(next).build()));
        }
        return registered;
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
                .profile(CustomerProfile.NONE.with(details.particulars().reachedBy(email)))
                .standing(CustomerStanding.retail(CustomerStatus.REGISTERED))
                .defaults(defaults)
                .build();
    }

    /** Keeps an activated member that was not there before, and its customers. */
    void add(Member activated, Stores stores, Facts facts) {
        keepCustomers(stores);
        stores.members().add(activated);
        linkMerged(activated, stores);
        tell(activated, facts);
    }

    /** Keeps a member that was there before, as it is now, and its customers. */
    void update(Member activated, Stores stores, Facts facts) {
        keepCustomers(stores);
        stores.members().update(activated);
        stores.members().link(activated.id(), links);
        linkMerged(activated, stores);
        tell(activated, facts);
    }

    /** Whoever was merged into one of them before belongs to the member with it (I20). */
    private void linkMerged(Member activated, Stores stores) {
        if (created != null) {
            return;
        }
        Map<CustomerId, Instant> linkedAt =
                links.stream().collect(toMap(CustomerLink::customer, CustomerLink::linkedAt));
        List<CustomerLink> merged = new ArrayList<>();
        stores.merges()
                .redirectsToAny(linkedAt.keySet())
                .forEach((customer, survivor) ->
                        merged.add(new CustomerLink(customer, requireNonNull(linkedAt.get(survivor)))));
        stores.members().link(activated.id(), merged);
    }

    private void tell(Member activated, Facts facts) {
        Instant at = links.get(0).linkedAt();
        UserId user = requireNonNull(activated.user());
        if (created != null) {
            facts.happened(new CustomerCreated(created.id()), at);
        }
        facts.happened(new MemberActivated(activated.id(), user, primary()), at);
        links.forEach(link -> facts.happened(new CustomerLinked(activated.id(), link.customer()), at));
    }

    /** What the member accepted counts for the oldest customer, as far as that one can be reached (D3, D5). */
    void accept(Set<ContactChannel> accepts, TermsAcceptance terms, Consenting consenting) {
        if (!accepts.isEmpty()) {
            consenting.accept(main, accepts, new Consenting.Said(terms.channel(), EvidenceCode.of(terms.version())));
        }
    }

    LinkedCustomers customers() {
        return new LinkedCustomers(links.stream().map(CustomerLink::customer).toList(), primary(), conflicts);
    }

    private void keepCustomers(Stores stores) {
        registered.forEach(stores.customers()::updateStanding);
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
