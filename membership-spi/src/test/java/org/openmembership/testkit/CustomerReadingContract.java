package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStore;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/** That every {@link CustomerStore} answers with customers as they were at one moment, whatever is kept meanwhile. */
@Requirement("I30")
public abstract class CustomerReadingContract extends StoreContract {
    private static final int CUSTOMERS = 3;
    private static final int CHANGES = 15;
    private static final int READS = 30;

    @Test
    void a_list_has_the_phones_and_addresses_of_each_customers_own_version() {
        assumeTrue(storage().ownsTransaction(), "a host's transaction is one thread's");
        EmailAddress email = AnyCustomer.anyEmail();
        List<Customer> first =
                IntStream.range(0, CUSTOMERS).mapToObj(any -> first(email)).toList();
        first.forEach(customer -> write(stores -> stores.customers().add(customer)));
        Set<CustomerId> ids = first.stream().map(Customer::id).collect(Collectors.toCollection(TreeSet::new));
        Set<ExternalKey> names = first.stream().map(Customer::reference).collect(Collectors.toSet());

        List<List<String>> torn = Together.atOnce(List.<Callable<List<String>>>of(
                () -> change(first),
                () -> tornIn(stores -> stores.customers().find(ids)),
                () -> tornIn(stores -> stores.customers().withReferences(names)),
                () -> tornIn(stores -> stores.customers().withEmail(email.key())),
                () -> tornIn(stores -> ids.stream()
                        .flatMap(id -> stores.customers().find(id).stream())
                        .toList())));

        assertThat(torn).allSatisfy(found -> assertThat(found).isEmpty());
        assertThat(storage().<List<Customer>>read(stores -> stores.customers().find(ids)))
                .hasSize(CUSTOMERS)
                .allSatisfy(customer -> assertThat(customer.version()).isEqualTo(CHANGES + 1))
                .allSatisfy(customer -> assertThat(isWhole(customer)).isTrue());
    }

    /** Each of them over and over, with as many phones as the version is odd or even and an address that names it. */
    private List<String> change(List<Customer> first) {
        List<Customer> now = new ArrayList<>(first);
        for (int i = 0; i < CHANGES; i++) {
            for (int customer = 0; customer < now.size(); customer++) {
                Customer next = marked(now.get(customer).changed().build());
                Together.patiently(() -> {
                    write(stores -> stores.customers().update(next));
                    return next;
                });
                now.set(customer, next);
            }
        }
        return List.of();
    }

    private List<String> tornIn(Function<Stores, List<Customer>> question) {
        List<String> torn = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            List<Customer> found = Together.patiently(() -> read(question));
            assertThat(found).hasSize(CUSTOMERS);
            found.stream()
                    .filter(customer -> !isWhole(customer))
                    .map(customer -> customer.version() + " with " + customer.phones() + customer.addresses())
                    .forEach(torn::add);
        }
        return torn;
    }

    private static boolean isWhole(Customer customer) {
        return marked(customer).equals(customer);
    }

    private static Customer first(EmailAddress email) {
        return marked(AnyCustomer.builder()
                .email(email)
                .reference(ExternalKey.of("pos", Any.any("customer")))
                .build());
    }

    private static Customer marked(Customer customer) {
        String version = "version " + customer.version();
        List<PhoneNumber> phones = IntStream.rangeClosed(0, customer.version() % 2)
                .mapToObj(number -> PhoneNumber.unread(version + " " + number, PhoneType.HOME))
                .toList();
        PostalAddress address =
                PostalAddress.in(Region.of("GB")).lines(version, null).build();
        return customer.toBuilder()
                .name(PersonName.of("Ada", version))
                .phones(phones)
                .addresses(List.of(address))
                .build();
    }
}
