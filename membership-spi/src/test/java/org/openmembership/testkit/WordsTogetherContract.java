package org.openmembership.testkit;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Folding;
import org.openmembership.customer.PersonName;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.shared.Page;

/** How every {@link DirectoryStore} finds those whose names have several words, be they common or rare. */
public abstract class WordsTogetherContract extends StoreContract {
    private static final int MANY = 110;
    private static final int FEW = 7;

    /** More than one call looks through. */
    private static final int CROWD = 1_200;

    @Test
    @Requirement({"B36", "C1"})
    void who_has_all_words_is_listed_once_by_the_longest_however_many_have_one_of_them() {
        List<Customer> all = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            all.add(named("Anna", "Berger" + number % 3));
            all.add(named("Ulrike", "Zander" + number % 3));
            all.add(named("Annika", "Zorn"));
        }
        for (int number = 0; number < FEW; number++) {
            all.add(named("Anna Ulrike", "Voss" + number % 2));
            all.add(named("Annika Ulla", "Anna-Zander"));
            all.add(named("A. Ulrike", "Annika"));
        }
        write(stores -> all.forEach(stores.customers()::add));

        for (String typed : List.of(
                "anna ulri",
                "ulri anna",
                "anna ul",
                "an u",
                "a u",
                "anna anni",
                "annik anna",
                "an ann",
                "anna ulri voss1",
                "voss ulrike an",
                "ulrike zander vo",
                "annika zander ul an",
                "zorn ulrike",
                "ulrike nobody")) {
            assertThat(pages(Folding.words(typed))).as(typed).isEqualTo(expected(Folding.words(typed), all));
        }
    }

    @Test
    @Requirement({"B36", "C1"})
    void somebody_is_found_however_many_have_only_one_of_the_words() {
        List<Customer> all = new ArrayList<>();
        for (int number = 0; number < CROWD; number++) {
            all.add(named("Xandra", "Voss"));
        }
        for (int number = 0; number < MANY; number++) {
            all.add(named("Ulf", "Zorn"));
        }
        Customer wanted = named("Xandra", "Ulm");
        all.add(wanted);
        Collections.shuffle(all, new Random(7));
        write(stores -> all.forEach(stores.customers()::add));

        assertThat(pages(List.of("xandra", "u"))).containsExactly(wanted.id());
        assertThat(pages(List.of("xandra", "z"))).isEmpty();
        assertThat(pages(List.of("xandra", "v"))).hasSize(CROWD).doesNotHaveDuplicates();
    }

    private List<CustomerId> pages(List<String> words) {
        List<CustomerId> seen = new ArrayList<>();
        Page.Request request = Page.Request.first(4);
        while (request != null) {
            Page<ListedCustomer> page = page(words, request);
            page.items().forEach(line -> seen.add(line.id()));
            Page.Cursor next = page.next();
            request = next == null ? null : Page.Request.after(next, 4);
        }
        return seen;
    }

    private Page<ListedCustomer> page(List<String> words, Page.Request request) {
        return read(stores -> stores.directory().list(DirectoryQuery.of(new SearchTerm.NameWords(words)), request));
    }

    private static List<CustomerId> expected(List<String> words, List<Customer> all) {
        String longest = words.stream()
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .orElseThrow();
        Function<Customer, String> place =
                customer -> beginning(longest, customer).sorted().findFirst().orElseThrow();
        return all.stream()
                .filter(customer -> words.stream()
                        .allMatch(word -> beginning(word, customer).findAny().isPresent()))
                .sorted(comparing(place).thenComparing(Customer::id))
                .map(Customer::id)
                .toList();
    }

    private static Stream<String> beginning(String word, Customer customer) {
        return Folding.words(customer.name().first() + " " + customer.name().last()).stream()
                .filter(own -> own.startsWith(word));
    }

    private static Customer named(String first, String last) {
        return AnyCustomer.builder().name(PersonName.of(first, last)).build();
    }
}
