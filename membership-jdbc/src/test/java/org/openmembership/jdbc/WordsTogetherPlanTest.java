package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PersonName;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.shared.Page;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** Along which index those are found whose names have two words. */
final class WordsTogetherPlanTest extends QueryPlans {
    private static final Page.Request FIRST = Page.Request.first(10);
    private static final Page.Request LATER = Page.Request.after(new Page.Cursor("5:ad byc"), 10);
    private static final int MANY = 100;

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

    private static DirectoryQuery byr(String other) {
        return DirectoryQuery.of(new SearchTerm.NameWords(List.of(other, "byro")));
    }

    private static Customer named(String first, String last) {
        return AnyCustomer.builder().name(PersonName.of(first, last)).build();
    }
}
