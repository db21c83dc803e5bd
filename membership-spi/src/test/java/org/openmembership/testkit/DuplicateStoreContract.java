package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicate.DuplicateStore;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.duplicate.SharedKey.Kind;
import org.openmembership.duplicate.Suspect;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;

/** What every {@link DuplicateStore} does. */
@Requirement({"C32", "C33", "R15"})
public abstract class DuplicateStoreContract extends StoreContract {
    private static final Page.Request ALL = Page.Request.first(100);

    @Test
    void surname_and_postcode_or_the_email_key_make_a_group() {
        CustomerId ada = add("Ada", "M\u00fcller-King", "SW1Y 4JH", "Ada@Example.org");
        CustomerId augusta = add("Augusta", "MULLER KING", "sw1y4jh", null);
        CustomerId byron = add("George", "Byron", null, "ADA@example.ORG");
        add("Eve", "Muller", "SW1Y 4JH", "eve@example.org");
        add("Eve", "Muller King", "SW1Y 4JJ", null);

        assertThat(groups())
                .extracting(group -> group.key().kind(), DuplicateGroup::size, DuplicateGroup::first)
                .containsExactly(tuple(Kind.EMAIL, 2L, ada), tuple(Kind.SURNAME_AND_POSTCODE, 2L, ada));
        assertThat(groups()).extracting(DuplicateGroup::last).containsExactly(byron, augusta);
        assertThat(suspects(ada))
                .containsExactly(
                        new Suspect(augusta, Set.of(Kind.SURNAME_AND_POSTCODE)),
                        new Suspect(byron, Set.of(Kind.EMAIL)));
        assertThat(suspects(byron)).extracting(Suspect::customer).containsExactly(ada);
    }

    @Test
    void what_a_customer_shares_follows_its_changes() {
        CustomerId ada = add("Ada", "Byron", "1010", null);
        add("Eve", "Byron", "1010", null);

        write(stores -> stores.customers()
                .update(stores.customers()
                        .find(ada)
                        .orElseThrow()
                        .changed()
                        .name(PersonName.of("Ada", "Lovelace"))
                        .build()));

        assertThat(groups()).isEmpty();
        assertThat(suspects(ada)).isEmpty();
    }

    @Test
    void whoever_lacks_a_name_or_postcode_shares_nothing() {
        add("Ada", "-", "1010", null);
        add("Eve", "-", "1010", null);
        add("Ada", "Byron", null, null);
        add("Eve", "Byron", null, null);

        assertThat(groups()).isEmpty();
    }

    @Test
    void one_who_shares_by_several_addresses_and_the_email_is_suspected_once() {
        CustomerId ada = store(builder("Ada", "Byron", "a@example.org")
                .addresses(List.of(at("1010"), at("1020")))
                .build());
        CustomerId eve = store(builder("Eve", "Byron", "a@example.org")
                .addresses(List.of(at("1010"), at("1020")))
                .build());

        assertThat(suspects(eve)).containsExactly(new Suspect(ada, Set.of(Kind.EMAIL, Kind.SURNAME_AND_POSTCODE)));
        assertThat(groups()).hasSize(3);
    }

    @Test
    void dismissed_pairs_are_not_suggested_again() {
        CustomerId ada = add("Ada", "Byron", "1010", null);
        CustomerId eve = add("Eve", "Byron", "1010", null);
        Dismissal dismissal = new Dismissal(CustomerPair.of(eve, ada), Actor.staff("clerk-1"), Any.anyInstant());

        write(stores -> stores.duplicates().dismiss(dismissal));

        assertThat(groups()).isEmpty();
        assertThat(suspects(ada)).isEmpty();
        assertThat(suspects(eve)).isEmpty();
        assertThat(find(dismissal.pair())).contains(dismissal);
        assertAlwaysLost(stores -> stores.duplicates().dismiss(dismissal));

        CustomerId third = add("Bob", "Byron", "1010", null);
        assertThat(groups()).extracting(DuplicateGroup::size).containsExactly(3L);
        assertThat(suspects(ada)).extracting(Suspect::customer).containsExactly(third);
    }

    @Test
    void pages_of_groups_members_and_suspects_neither_overlap_nor_leave_gaps() {
        List<CustomerId> smiths = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            smiths.add(add("Bob", "Smith", "1010", "smith." + i / 2 + "@example.org"));
        }
        SharedKey key = new SharedKey(Kind.SURNAME_AND_POSTCODE, "smith 1010");

        assertThat(this.<DuplicateGroup>pages(
                        page -> read(stores -> stores.duplicates().groups(page))))
                .extracting(group -> group.key().value())
                .containsExactly("smith.0@example.org", "smith.1@example.org", "smith.2@example.org", "smith 1010");
        assertThat(this.<CustomerId>pages(
                        page -> read(stores -> stores.duplicates().members(key, page))))
                .containsExactlyElementsOf(smiths);
        assertThat(this.<Suspect>pages(
                        page -> read(stores -> stores.duplicates().suspects(smiths.get(3), page))))
                .extracting(Suspect::customer)
                .hasSize(6)
                .doesNotContain(smiths.get(3))
                .isSorted();
    }

    private <T> List<T> pages(Function<Page.Request, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Page<T> page = list.apply(Page.Request.first(2));
        seen.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(Page.Request.after(page.next(), 2));
            seen.addAll(page.items());
        }
        return seen;
    }

    private List<DuplicateGroup> groups() {
        return read(stores -> stores.duplicates().groups(ALL)).items();
    }

    private Optional<Dismissal> find(CustomerPair pair) {
        return read(stores -> stores.duplicates().find(pair));
    }

    private List<Suspect> suspects(CustomerId customer) {
        return read(stores -> stores.duplicates().suspects(customer, ALL)).items();
    }

    private CustomerId add(String first, String last, @Nullable String postcode, @Nullable String email) {
        return store(builder(first, last, email)
                .addresses(postcode == null ? List.of() : List.of(at(postcode)))
                .build());
    }

    private static Customer.Builder builder(String first, String last, @Nullable String email) {
        return Customer.builder(
                        CustomerId.of("c-" + (1_000_000 + Any.anyNumber())),
                        PersonName.of(first, last),
                        Any.anyInstant())
                .email(email == null ? null : EmailAddress.of(email));
    }

    private static PostalAddress at(String postcode) {
        return PostalAddress.in(Region.of("GB"))
                .lines("12 Square", null)
                .postcode(postcode)
                .build();
    }

    private CustomerId store(Customer customer) {
        write(stores -> stores.customers().add(customer));
        return customer.id();
    }
}
