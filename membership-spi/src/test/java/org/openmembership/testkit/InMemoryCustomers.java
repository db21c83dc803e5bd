package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStore;
import org.openmembership.customer.EmailKey;
import org.openmembership.shared.ExternalKey;

final class InMemoryCustomers implements CustomerStore {
    private final State state;

    InMemoryCustomers(State state) {
        this.state = state;
    }

    @Override
    public void add(Customer customer) {
        state.customers.add(customer.id(), customer);
        if (customer.reference() != null) {
            state.customersByReference.add(customer.reference(), customer.id());
        }
        index(customer);
    }

    @Override
    public void update(Customer customer) {
        Customer stored = current(customer);
        unindex(stored);
        state.customers.put(customer.id(), customer);
        index(customer);
    }

    @Override
    public void updateStanding(Customer customer) {
        Customer stored = find(customer.id()).orElse(customer);
        update(stored.toBuilder()
                .standing(customer.standing())
                .version(customer.version())
                .build());
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return kept(state.redirects.find(id).orElse(id));
    }

    @Override
    public List<Customer> find(Set<CustomerId> ids) {
        return ids.stream().sorted().map(this::kept).flatMap(Optional::stream).toList();
    }

    @Override
    public List<Customer> withReferences(Set<ExternalKey> references) {
        return references.stream()
                .sorted()
                .map(this::withReference)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Customer> withAccountCode(AccountCode code) {
        return state.customersByAccountCode.find(code).flatMap(this::find);
    }

    @Override
    public List<Customer> withEmail(EmailKey email) {
        Key prefix = Key.of(email);
        return state.customersByEmail
                .between(prefix, prefix.end())
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    void takeOut(Customer customer) {
        unindex(customer);
        if (customer.reference() != null) {
            state.customersByReference.remove(customer.reference());
        }
        state.customers.remove(customer.id());
    }

    /** A customer as it is kept, merged away or not. */
    Optional<Customer> kept(CustomerId id) {
        return state.customers.find(id);
    }

    /** Nothing finds the customer any more but its code and reference. */
    void redirect(Customer merged) {
        Customer stored = current(merged);
        stored.emailKey().ifPresent(email -> state.customersByEmail.remove(emailPlace(email, stored)));
        state.customers.put(merged.id(), merged);
    }

    void restore(Customer restored) {
        current(restored);
        state.customers.put(restored.id(), restored);
        restored.emailKey().ifPresent(email -> state.customersByEmail.put(emailPlace(email, restored), restored.id()));
    }

    private Customer current(Customer next) {
        return kept(next.id())
                .filter(before -> before.version() == next.version() - 1)
                .orElseThrow(() -> new RaceLostException(next + " has another version"));
    }

    Optional<Customer> withReference(ExternalKey reference) {
        return state.customersByReference.find(reference).flatMap(this::kept);
    }

    private void index(Customer customer) {
        if (customer.accountCode() != null) {
            state.customersByAccountCode.add(customer.accountCode(), customer.id());
        }
        customer.emailKey().ifPresent(email -> state.customersByEmail.put(emailPlace(email, customer), customer.id()));
    }

    private void unindex(Customer customer) {
        if (customer.accountCode() != null) {
            state.customersByAccountCode.remove(customer.accountCode());
        }
        customer.emailKey().ifPresent(email -> state.customersByEmail.remove(emailPlace(email, customer)));
    }

    private static Key emailPlace(EmailKey email, Customer customer) {
        return Key.of(email, customer.createdAt(), customer.id());
    }
}
