package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStore;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.LedgerUse;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.Region;
import org.openmembership.customer.SellingTerms;
import org.openmembership.shared.ExternalKey;

/** What every {@link CustomerStore} does. */
public abstract class CustomerStoreContract extends StoreContract {
    @Test
    @Requirement({"A20", "A21", "A35"})
    void a_customer_is_read_back_whole() {
        Customer full = AnyCustomer.anyFullCustomer();

        add(full);

        assertThat(find(full.id())).contains(full);
    }

    @Test
    void a_customer_with_only_what_is_required_is_read_back_whole() {
        Customer bare = AnyCustomer.anyCustomer();

        add(bare);

        assertThat(find(bare.id())).contains(bare);
    }

    @Test
    void an_unknown_customer_is_not_found() {
        assertThat(find(AnyCustomer.anyCustomerId())).isEmpty();
    }

    @Test
    void instants_keep_their_microseconds_far_from_now() {
        for (String instant : List.of(
                "0001-01-01T00:00:00Z",
                "1899-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "9999-12-30T12:00:00Z")) {
            Customer customer = Customer.builder(
                            AnyCustomer.anyCustomerId(), AnyCustomer.anyName(), Instant.parse(instant))
                    .build();
            add(customer);

            assertThat(find(customer.id())).contains(customer);
        }
    }

    @Test
    void the_most_phones_and_addresses_are_kept_in_their_order() {
        List<PhoneNumber> phones = IntStream.range(0, Customer.MAX_PHONES)
                .mapToObj(number -> PhoneNumber.unread("phone " + number, PhoneType.OTHER))
                .toList();
        List<PostalAddress> addresses = IntStream.range(0, Customer.MAX_ADDRESSES)
                .mapToObj(number -> PostalAddress.in(Region.of("DE"))
                        .lines("street " + number, null)
                        .build())
                .toList();
        Customer customer =
                AnyCustomer.builder().phones(phones).addresses(addresses).build();

        add(customer);

        assertThat(find(customer.id())).contains(customer);
    }

    @Test
    void customers_named_together_come_in_order_of_id() {
        Customer one = with(CustomerId.of("c-1"));
        Customer two = with(CustomerId.of("c-2"));
        Customer ten = with(CustomerId.of("c-10"));
        add(two, ten, one);

        assertThat(find(Set.of(two.id(), ten.id(), one.id(), CustomerId.of("c-0"))))
                .containsExactly(one, ten, two);
    }

    @Test
    void no_names_find_no_customer() {
        add(AnyCustomer.anyFullCustomer());

        assertThat(find(Set.of())).isEmpty();
        assertThat(withReferences(Set.of())).isEmpty();
    }

    @Test
    void customers_are_found_by_the_hosts_references_in_order_of_reference() {
        Customer two = referenced(ExternalKey.of("pos", "2"));
        Customer one = referenced(ExternalKey.of("pos", "1"));
        Customer shop = referenced(ExternalKey.of("shop", "1"));
        add(two, shop, one);

        assertThat(withReferences(Set.of(
                        ExternalKey.of("shop", "1"),
                        ExternalKey.of("pos", "2"),
                        ExternalKey.of("pos", "1"),
                        ExternalKey.of("pos", "3"))))
                .containsExactly(one, two, shop);
    }

    @Test
    @Requirement({"A17", "R2", "I15"})
    void customers_with_one_email_come_the_oldest_first_then_by_id_whatever_the_order_they_were_added_in() {
        EmailAddress email = AnyCustomer.anyEmail();
        Customer younger = created("c-1", email, 2);
        Customer oldest = created("c-9", email, 1);
        Customer twin = created("c-5", email, 2);
        add(younger, oldest, twin, AnyCustomer.anyCustomer(AnyCustomer.anyEmail()));

        assertThat(withEmail(email)).containsExactly(oldest, younger, twin);
    }

    @Test
    @Requirement({"R1", "B2"})
    void an_email_is_found_by_its_key_alone() {
        long number = Any.anyNumber();
        Customer customer = AnyCustomer.anyCustomer(EmailAddress.of("Ada" + number + "@Example.org"));
        Customer other = AnyCustomer.anyCustomer(EmailAddress.of("ada+" + number + "@example.org"));
        Customer accented = AnyCustomer.anyCustomer(EmailAddress.international("\u00e4da" + number + "@example.org"));
        add(customer, other, accented);

        assertThat(withEmail(EmailAddress.of("aDA" + number + "@EXAMPLE.org"))).containsExactly(customer);
        assertThat(withEmail(EmailAddress.international("a\u0308da" + number + "@example.org")))
                .containsExactly(accented);
    }

    @Test
    void a_unit_of_work_sees_the_customers_it_added() {
        Customer customer = AnyCustomer.anyFullCustomer();

        write(stores -> {
            stores.customers().add(customer);
            assertThat(stores.customers().find(customer.id())).contains(customer);
            assertThat(stores.customers().find(Set.of(customer.id()))).containsExactly(customer);
            assertThat(stores.customers().withEmail(customer.emailKey().orElseThrow()))
                    .containsExactly(customer);
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_every_field_that_takes_it() {
        List<Customer> customers =
                Naughty.names(40).stream().map(CustomerStoreContract::named).toList();

        add(customers.toArray(Customer[]::new));

        for (Customer customer : customers) {
            assertThat(find(customer.id())).contains(customer);
        }
    }

    private static Customer named(String text) {
        NewCustomerDefaults defaults = NewCustomerDefaults.builder(LedgerUse.MARKETING)
                .customerClass(text)
                .priceGroup(text)
                .location(text)
                .taxKey(text)
                .termsCode(text)
                .build();
        PostalAddress.Builder address =
                PostalAddress.in(Region.of("DE")).lines(text, text).town(text).county(text);
        return Customer.builder(AnyCustomer.anyCustomerId(), PersonName.of(text, text), Any.anyInstant())
                .reference(ExternalKey.of(text, text))
                .accountCode(AccountCode.of(text))
                .profile(new CustomerProfile(
                        text,
                        new Company(text, text, text),
                        FoundUsCode.of(text),
                        List.of(ImageReference.of("x")),
                        Particulars.NONE))
                .selling(new SellingTerms(PriceListCode.of(text), true, Percent.ZERO, false))
                .phones(List.of(PhoneNumber.unread(text, PhoneType.HOME)))
                .addresses(List.of(address.postcode(text.length() > PostalAddress.MAX_POSTCODE ? null : text)
                        .build()))
                .defaults(defaults)
                .build();
    }

    private void add(Customer... customers) {
        write(stores -> List.of(customers).forEach(stores.customers()::add));
    }

    private Optional<Customer> find(CustomerId id) {
        return read(stores -> stores.customers().find(id));
    }

    private List<Customer> find(Set<CustomerId> ids) {
        return read(stores -> stores.customers().find(ids));
    }

    private List<Customer> withReferences(Set<ExternalKey> references) {
        return read(stores -> stores.customers().withReferences(references));
    }

    private List<Customer> withEmail(EmailAddress email) {
        return read(stores -> stores.customers().withEmail(email.key()));
    }

    private static Customer with(CustomerId id) {
        return Customer.builder(id, AnyCustomer.anyName(), Any.anyInstant()).build();
    }

    private static Customer referenced(ExternalKey reference) {
        return AnyCustomer.builder().reference(reference).build();
    }

    private static Customer created(String id, EmailAddress email, int minute) {
        return Customer.builder(CustomerId.of(id), AnyCustomer.anyName(), Any.minute(minute))
                .email(email)
                .build();
    }
}
