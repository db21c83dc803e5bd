package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.testkit.Requirement;

class FoodMartTest {
    private static FoodMart foodMart;
    private static Catalogue catalogue;

    @BeforeAll
    static void open() throws SQLException {
        foodMart = FoodMart.open();
        catalogue = Catalogue.of(foodMart);
    }

    @AfterAll
    static void close() throws SQLException {
        foodMart.close();
    }

    @Test
    void the_input_is_what_the_run_expects() throws SQLException {
        InputFigures.Counter counter = new InputFigures.Counter();
        long lines = 0;
        Set<String> receipts = new HashSet<>();
        SalesReader sales = SalesReader.of(foodMart, catalogue);
        for (YearMonth month : SalesReader.MONTHS) {
            for (Basket basket : sales.baskets(month)) {
                counter.add(basket);
                lines += basket.lines().size();
                receipts.add(basket.receipt());
            }
        }
        assertThat(counter.figures().differences()).isEmpty();
        assertThat(lines).isEqualTo(269_720);
        assertThat(receipts).hasSize(58_381);
    }

    @Test
    void other_figures_are_named_one_by_one() throws SQLException {
        InputFigures.Counter counter = new InputFigures.Counter();
        SalesReader.of(foodMart, catalogue).baskets(YearMonth.of(1997, 1)).forEach(counter::add);
        assertThat(counter.figures().holds()).isFalse();
        assertThat(counter.figures().differences())
                .hasSize(4)
                .anyMatch(text -> text.startsWith("total of all lines: 45539.69 instead of 1764546.44"));
    }

    @Test
    void baskets_come_in_the_same_order_with_the_same_numbers_each_time() throws SQLException {
        YearMonth march = YearMonth.of(1997, 3);
        List<Basket> once = SalesReader.of(foodMart, catalogue).baskets(march);
        assertThat(SalesReader.of(foodMart, catalogue).baskets(march)).isEqualTo(once);
        assertThat(once.get(0).lines().get(0).number()).isEqualTo(1);
        assertThat(once).isSortedAccordingTo((a, b) -> a.day().compareTo(b.day()));
    }

    @Test
    @Requirement("A17")
    void customers_of_the_same_surname_and_city_share_an_address() throws SQLException {
        List<PosCustomer> customers = CustomerReader.all(foodMart);
        Map<String, Long> byAddress =
                customers.stream().collect(Collectors.groupingBy(PosCustomer::email, Collectors.counting()));
        List<Long> shared =
                byAddress.values().stream().filter(count -> count > 1).toList();
        assertThat(customers).hasSize(10_281);
        assertThat(shared).hasSize(255);
        assertThat(shared.stream().mapToLong(Long::longValue).sum()).isEqualTo(548);
        byAddress.keySet().forEach(EmailAddress::of);
    }

    @Test
    void a_derived_address_names_surname_and_city() {
        assertThat(DerivedEmail.of("Boedecker, Jr.", "N. Vancouver")).isEqualTo("boedecker-jr.n-vancouver@example.com");
    }

    @Test
    void articles_know_their_classes_and_promotions_their_days() {
        assertThat(catalogue.products()).hasSize(1_560);
        assertThat(catalogue.product(16).categories())
                .containsExactly(
                        "Canned Foods/Vegetables/Canned Vegetables", "Canned Foods/Vegetables", "Canned Foods", "Food");
        assertThat(catalogue.product(16).department()).isEqualTo("Canned Foods");
        assertThat(catalogue.promotions()).hasSize(1_863);
    }
}
