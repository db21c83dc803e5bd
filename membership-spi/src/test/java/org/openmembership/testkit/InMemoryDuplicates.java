package org.openmembership.testkit;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicate.DuplicateStore;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.duplicate.Suspect;
import org.openmembership.shared.Page;

/** Duplicates, by looking at every customer. */
final class InMemoryDuplicates implements DuplicateStore {
    private final State state;

    InMemoryDuplicates(State state) {
        this.state = state;
    }

    @Override
    public Page<DuplicateGroup> groups(Page.Request page) {
        List<DuplicateGroup> found = holders().entrySet().stream()
                .filter(entry -> hasUndismissedPair(List.copyOf(entry.getValue())))
                .map(entry -> new DuplicateGroup(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().first(),
                        entry.getValue().last()))
                .toList();
        return page(found, page, "duplicates", InMemoryDuplicates::place);
    }

    private static String place(DuplicateGroup group) {
        return group.key().kind() + "/" + group.key().value();
    }

    @Override
    public Page<CustomerId> members(SharedKey key, Page.Request page) {
        return page(
                List.copyOf(holders().getOrDefault(key, new TreeSet<>())),
                page,
                "duplicates-of-key",
                CustomerId::value);
    }

    @Override
    public Page<Suspect> suspects(CustomerId customer, Page.Request page) {
        Customer known = state.redirects.contains(customer) ? null : state.customers.get(customer);
        Set<SharedKey> keys = known == null ? Set.of() : Set.copyOf(SharedKey.of(known));
        List<Suspect> found = customers()
                .filter(other -> !other.id().equals(customer))
                .filter(other -> SharedKey.of(other).stream().anyMatch(keys::contains))
                .filter(other -> find(CustomerPair.of(customer, other.id())).isEmpty())
                .map(other -> new Suspect(other.id(), kinds(other, keys)))
                .toList();
        return page(
                found,
                page,
                "duplicates-of-customer",
                suspect -> suspect.customer().value());
    }

    private static Set<SharedKey.Kind> kinds(Customer other, Set<SharedKey> keys) {
        return SharedKey.of(other).stream()
                .filter(keys::contains)
                .map(SharedKey::kind)
                .collect(toSet());
    }

    @Override
    public void dismiss(Dismissal dismissal) {
        state.dismissals.add(dismissal.pair(), dismissal);
    }

    @Override
    public Optional<Dismissal> find(CustomerPair pair) {
        return state.dismissals.find(pair);
    }

    private Stream<Customer> customers() {
        return state.customers.values().filter(customer -> !state.redirects.contains(customer.id()));
    }

    private SortedMap<SharedKey, SortedSet<CustomerId>> holders() {
        SortedMap<SharedKey, SortedSet<CustomerId>> holders = new TreeMap<>();
        customers()
                .forEach(customer -> SharedKey.of(customer)
                        .forEach(key -> holders.computeIfAbsent(key, any -> new TreeSet<>())
                                .add(customer.id())));
        return holders;
    }

    private boolean hasUndismissedPair(List<CustomerId> ids) {
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                if (find(CustomerPair.of(ids.get(i), ids.get(j))).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The items behind the one that ended the page before. */
    private static <T> Page<T> page(List<T> all, Page.Request page, String list, Function<T, String> place) {
        Page.Cursor after = page.after(list);
        List<T> rows = all.stream()
                .filter(item -> after == null || place.apply(item).compareTo(after.value()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, page.limit());
        return new Page<>(items, Page.Cursor.of(list, place.apply(items.get(items.size() - 1))));
    }
}
