package org.openmembership.duplicates;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.DuplicateDismissed;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicate.Likeness;
import org.openmembership.duplicate.Person;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.duplicate.Suspect;
import org.openmembership.duplicates.DismissalResult.Dismissed;
import org.openmembership.duplicates.DismissalResult.UnknownCustomer;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Page;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/**
 * The door to customers who may be one (C32, C33, R15). It suggests; nothing is merged here. Thread-safe.
 *
 * <p>Suggestions follow from customers as they are now: there is no run that looks for them, and none that is out of date.
 */
public final class Duplicates {
    private static final Comparator<Suggestion> LIKELIEST_FIRST = Comparator.comparing(
                    (Suggestion suggestion) -> suggestion.likeness().score())
            .reversed()
            .thenComparing(suggestion -> suggestion.customer().id());

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Duplicates(Caller caller) {
        this.caller = caller;
    }

    /** A page of the whole shop's groups: first those who share an email, then those who share last name and postcode. */
    public Page<DuplicateGroup> groups(Page.Request page) {
        return caller.read(
                Permission.READ_CUSTOMERS,
                Subject.NOBODY,
                stores -> stores.duplicates().groups(page));
    }

    /** A page of the customers in a group, by id; dismissed ones too, because a dismissal is about two of them. */
    public Page<Customer> members(SharedKey key, Page.Request page) {
        return caller.read(Permission.READ_CUSTOMERS, Subject.NOBODY, stores -> {
            Page<CustomerId> ids = stores.duplicates().members(key, page);
            return new Page<>(stores.customers().find(Set.copyOf(ids.items())), ids.next());
        });
    }

    /**
     * Who may be the same as a customer that is being viewed, without those who were dismissed; empty for an unknown one.
     *
     * <p>Pages go by id; on a page the likeliest come first.
     */
    public Page<Suggestion> of(CustomerId customer, Page.Request page) {
        return caller.read(Permission.READ_CUSTOMERS, Subject.NOBODY, stores -> {
            CustomerId viewed =
                    stores.customers().find(customer).map(Customer::id).orElse(customer);
            Page<Suspect> suspects = stores.duplicates().suspects(viewed, page);
            return new Page<>(suggestions(viewed, suspects.items(), stores), suspects.next());
        });
    }

    private static List<Suggestion> suggestions(CustomerId viewed, List<Suspect> suspects, Stores stores) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        Set<CustomerId> ids = suspects.stream().map(Suspect::customer).collect(toSet());
        ids.add(viewed);
        Map<CustomerId, Customer> known =
                stores.customers().find(ids).stream().collect(toMap(Customer::id, found -> found));

        Customer current = known.get(viewed);
        return current == null
                ? List.of()
                : suspects.stream()
                        .filter(suspect -> known.containsKey(suspect.customer()))
                        .map(suspect ->
                                suggestion(current, Objects.requireNonNull(known.get(suspect.customer())), suspect))
                        .sorted(LIKELIEST_FIRST)
                        .toList();
    }

    private static Suggestion suggestion(Customer viewed, Customer other, Suspect suspect) {
        return new Suggestion(other, suspect.shared(), Likeness.of(Person.of(viewed), Person.of(other)));
    }

    /**
     * Says for good that two customers are not one; who says it again changes nothing (R15).
     *
     * @throws InvalidRequestException if both are one
     */
    public DismissalResult dismiss(CustomerId one, CustomerId other) {
        if (one.equals(other)) {
            throw new InvalidRequestException(List.of(new Violation("other", "must be another customer")));
        }
        Instant now = caller.now();
        CustomerPair pair = CustomerPair.of(one, other);
        return caller.change(
                Permission.DISMISS_DUPLICATE, Subject.NOBODY, (stores, facts) -> dismiss(pair, now, stores, facts));
    }

    private DismissalResult dismiss(CustomerPair pair, Instant now, Stores stores, Facts facts) {
        Optional<Dismissal> first = stores.duplicates().find(pair);
        List<Customer> both = stores.customers().find(Set.of(pair.first(), pair.second()));
        if (first.isPresent()) {
            return new Dismissed(first.get(), true);
        }
        if (both.size() < 2) {
            return new UnknownCustomer();
        }

        Dismissal dismissal = new Dismissal(pair, caller.actor(), now);
        stores.duplicates().dismiss(dismissal);
        facts.happened(new DuplicateDismissed(pair.first(), pair.second()), now);
        facts.happened(new DuplicateDismissed(pair.second(), pair.first()), now);
        return new Dismissed(dismissal, false);
    }

    /** Who said that two customers are not one, and when; empty if nobody did. */
    public Optional<Dismissal> dismissal(CustomerId one, CustomerId other) {
        return caller.read(
                Permission.READ_CUSTOMERS,
                Subject.NOBODY,
                stores -> one.equals(other)
                        ? Optional.empty()
                        : stores.duplicates().find(CustomerPair.of(one, other)));
    }
}
