package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PersonName;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.shared.Page;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** Along which index those are found whose names have two words. */
final class WordsTogetherPlanTest extends QueryPlans {
    private static final Page.Request FIRST = Page.Request.first(10);
    private static final Page.Request LATER = Page.Request.after(Page.Cursor.of("customers", "5:ad byc"), 10);
    private static final int MANY = 100;
    private static final int CROWD = 1_200;

    @Test
    @Requirement("B36")
    void two_common_words_are_one_range_of_an_index_and_nothing_is_sorted() throws SQLException {
        write(stores -> {
            for (int i = 0; i < MANY; i++) {
                stores.customers().add(named("Ada", "Byron"));
            }
        });
        ask(stores -> stores.directory().list(byr("ada"), FIRST));
        ask(stores -> stores.directory().list(byr("ada"), LATER));

        assertPlans(false);
    }

    @Test
    @Requirement("B36")
    void a_rare_word_leads_to_the_keys_of_those_few_who_have_it() throws SQLException {
        write(stores -> {
            for (int i = 0; i < MANY; i++) {
                stores.customers().add(named("Ada", "Byron"));
            }
            stores.customers().add(named("Eve", "Byron"));
        });
        ask(stores -> stores.directory().list(byr("ev"), FIRST));

        assertPlans(true);
        String question = sent.stream().reduce((first, last) -> last).orElseThrow();
        assertThat(planOf(question)).anyMatch(step -> step.startsWith("SEARCH k") && step.contains("customer=?"));
    }

    /** A call that walked until the page is full would find the one who fits; this one says where to go on. */
    @Test
    @Requirement("B36")
    void a_call_ends_after_so_many_keys_and_says_where_the_next_goes_on() {
        write(stores -> {
            for (int i = 0; i < CROWD; i++) {
                stores.customers().add(named("Ada", "Byron"));
            }
            for (int i = 0; i < MANY; i++) {
                stores.customers().add(named("Zoe", "Smith"));
            }
            stores.customers().add(named("Zoe", "Byrony"));
        });
        DirectoryQuery search = DirectoryQuery.of(new SearchTerm.NameWords(List.of("byro", "z")));
        List<Integer> sizes = new ArrayList<>();
        ask(stores -> {
            Page<ListedCustomer> page = stores.directory().list(search, FIRST);
            sizes.add(page.items().size());
            page = stores.directory().list(search, Page.Request.after(requireNonNull(page.next()), 10));
            sizes.add(page.items().size());
        });

        assertThat(sizes).isEqualTo(List.of(0, 0));
    }

    private static DirectoryQuery byr(String other) {
        return DirectoryQuery.of(new SearchTerm.NameWords(List.of(other, "byro")));
    }

    private static Customer named(String first, String last) {
        return AnyCustomer.builder().name(PersonName.of(first, last)).build();
    }
}
