package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.MemberId;
import org.openmembership.testkit.Requirement;

@Requirement({"I15", "R2", "R4", "A17"})
class EmailMatchPropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration COOL_OFF = Duration.ofDays(30);

    @Property
    void the_match_does_not_depend_on_the_order_customers_come_in(
            @ForAll("customers") List<MatchingCustomer> customers, @ForAll Random random) {
        List<MatchingCustomer> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, random);
        assertThat(match(shuffled)).isEqualTo(match(customers));
    }

    @Property
    void every_customer_is_either_linked_or_a_conflict(@ForAll("customers") List<MatchingCustomer> customers) {
        EmailMatch match = match(customers);
        List<CustomerId> all = Stream.concat(
                        match.linked().stream().map(Customer::id),
                        match.conflicts().stream().map(LinkConflict::customer))
                .toList();
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(customers.stream()
                        .map(matching -> matching.customer().id())
                        .toList());
    }

    @Property
    void the_primary_is_the_oldest_of_the_linked(@ForAll("customers") List<MatchingCustomer> customers) {
        EmailMatch match = match(customers);
        assertThat(match.primary())
                .isEqualTo(match.linked().stream()
                        .min(Comparator.comparing(Customer::createdAt).thenComparing(Customer::id))
                        .map(Customer::id));
    }

    @Property
    void nobody_who_has_a_member_is_linked(@ForAll("customers") List<MatchingCustomer> customers) {
        List<CustomerId> taken = customers.stream()
                .filter(matching -> matching.takenBy() != null)
                .map(matching -> matching.customer().id())
                .toList();
        assertThat(match(customers).linked()).noneMatch(customer -> taken.contains(customer.id()));
    }

    private static EmailMatch match(List<MatchingCustomer> customers) {
        return EmailMatch.of(customers, NOW, COOL_OFF);
    }

    @Provide
    Arbitrary<List<MatchingCustomer>> customers() {
        Arbitrary<Integer> age = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> staffDaysAgo = Arbitraries.integers().between(28, 32).injectNull(0.6);
        Arbitrary<MemberId> member =
                Arbitraries.of(MemberId.of("m-1"), MemberId.of("m-2")).injectNull(0.6);
        return Combinators.combine(Arbitraries.integers().between(1, 99), age, staffDaysAgo, member)
                .as((id, days, setAgo, taken) -> new MatchingCustomer(
                        EmailMatchTest.customer(
                                "c-" + id,
                                NOW.minus(Duration.ofDays(100L + days)),
                                setAgo == null ? null : NOW.minus(Duration.ofDays(setAgo))),
                        taken))
                .list()
                .uniqueElements(matching -> matching.customer().id())
                .ofMaxSize(7);
    }
}
