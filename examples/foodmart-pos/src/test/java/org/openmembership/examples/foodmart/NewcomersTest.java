package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.testkit.InMemoryStorage;
import org.openmembership.testkit.Requirement;

class NewcomersTest {
    @Test
    @Requirement({"A17", "R4"})
    void one_customer_of_each_address_becomes_a_member_and_the_others_are_linked_and_refused() throws SQLException {
        List<Person> people;
        List<Promotion> promotions;
        try (FoodMart foodMart = FoodMart.open()) {
            people = sharingAnAddress(CustomerReader.all(foodMart));
            promotions = Catalogue.of(foodMart).promotions();
        }
        Shop shop = Shop.on(new InMemoryStorage(), new ReplayClock());
        shop.clock().set(FoodMartClub.FOUNDED.atTime(LocalTime.NOON), FoodMartClub.ZONE);
        Club club = shop.club(FoodMartClub.firstYear(promotions));
        shop.membership().clubs().publish(club);
        Newcomers newcomers = shop.newcomers(club);

        newcomers.takeOver(people);
        Roster roster = newcomers.register(people, one -> {});

        assertThat(roster.figures()).isEqualTo(new Summary.People(548, 255, 255, 293, 293));
        assertThat(newcomers.find(people).accounts()).isEqualTo(roster.accounts());
        assertThat(shop.membership().review().counts(club.id())).isEqualTo(cards(people, roster));
    }

    private static List<Person> sharingAnAddress(List<PosCustomer> customers) {
        Map<String, Long> sharing =
                customers.stream().collect(Collectors.groupingBy(PosCustomer::email, Collectors.counting()));
        return customers.stream()
                .filter(customer -> sharing.get(customer.email()) > 1)
                .map(People::of)
                .toList();
    }

    /** How many of those who became members had which card. */
    private static Map<SchemeId, Long> cards(List<Person> people, Roster roster) {
        return people.stream()
                .filter(person -> roster.accounts().containsValue(person.reference()))
                .collect(Collectors.groupingBy(Person::scheme, TreeMap::new, Collectors.counting()));
    }
}
