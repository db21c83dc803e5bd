package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.MemberId;
import org.openmembership.registration.LinkConflict.Reason;
import org.openmembership.testkit.Requirement;

class EmailMatchTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration COOL_OFF = Duration.ofDays(30);

    @Test
    @Requirement("A16")
    void nobody_matches() {
        EmailMatch match = match();
        assertThat(match.linked()).isEmpty();
        assertThat(match.primary()).isEmpty();
        assertThat(match.isTaken()).isFalse();
    }

    @Test
    @Requirement("A15")
    void one_matches() {
        EmailMatch match = match(free("c-1", "2020-01-01T00:00:00Z"));
        assertThat(match.primary()).contains(CustomerId.of("c-1"));
    }

    @Test
    @Requirement({"A17", "R2"})
    void of_several_all_are_linked_and_the_oldest_is_primary() {
        EmailMatch match = match(
                free("c-1", "2021-01-01T00:00:00Z"),
                free("c-2", "2020-01-01T00:00:00Z"),
                free("c-3", "2022-01-01T00:00:00Z"));
        assertThat(linked(match)).containsExactly("c-2", "c-1", "c-3");
        assertThat(match.primary()).contains(CustomerId.of("c-2"));
    }

    @Test
    @Requirement({"R2", "I15"})
    void of_equally_old_ones_the_smallest_id_is_primary() {
        EmailMatch match = match(free("c-9", "2020-01-01T00:00:00Z"), free("c-10", "2020-01-01T00:00:00Z"));
        assertThat(match.primary()).contains(CustomerId.of("c-10"));
    }

    @Test
    @Requirement("R4")
    void a_customer_of_another_member_is_a_conflict_and_the_others_are_linked() {
        EmailMatch match = match(taken("c-1", "2020-01-01T00:00:00Z"), free("c-2", "2021-01-01T00:00:00Z"));
        assertThat(linked(match)).containsExactly("c-2");
        assertThat(match.primary()).contains(CustomerId.of("c-2"));
        assertThat(match.conflicts()).containsExactly(new LinkConflict(CustomerId.of("c-1"), Reason.HAS_A_MEMBER));
        assertThat(match.isTaken()).isFalse();
    }

    @Test
    @Requirement("R4")
    void the_address_is_taken_when_every_match_is() {
        assertThat(match(taken("c-1", "2020-01-01T00:00:00Z"), taken("c-2", "2020-01-01T00:00:00Z"))
                        .isTaken())
                .isTrue();
    }

    @Test
    @Requirement({"R2", "S15"})
    void a_customer_whose_email_staff_has_just_set_is_held_until_the_cool_off_ends() {
        EmailMatch held = match(setByStaff("c-1", NOW.minus(COOL_OFF).plusSeconds(1)));
        assertThat(held.linked()).isEmpty();
        assertThat(held.conflicts()).containsExactly(new LinkConflict(CustomerId.of("c-1"), Reason.EMAIL_SET_BY_STAFF));
        assertThat(held.isTaken()).isFalse();
        assertThat(linked(match(setByStaff("c-1", NOW.minus(COOL_OFF))))).containsExactly("c-1");
    }

    private static EmailMatch match(MatchingCustomer... customers) {
        return EmailMatch.of(List.of(customers), NOW, COOL_OFF);
    }

    private static Stream<String> linked(EmailMatch match) {
        return match.linked().stream().map(customer -> customer.id().value());
    }

    private static MatchingCustomer free(String id, String createdAt) {
        return new MatchingCustomer(customer(id, Instant.parse(createdAt), null), null);
    }

    private static MatchingCustomer taken(String id, String createdAt) {
        return new MatchingCustomer(customer(id, Instant.parse(createdAt), null), MemberId.of("m-1"));
    }

    private static MatchingCustomer setByStaff(String id, Instant at) {
        return new MatchingCustomer(customer(id, Instant.EPOCH, at), null);
    }

    static Customer customer(String id, Instant createdAt, @Nullable Instant emailSetByStaffAt) {
        return Customer.builder(CustomerId.of(id), PersonName.of("Some", "Body"), createdAt)
                .email(EmailAddress.of("ada@example.org"))
                .emailSetByStaffAt(emailSetByStaffAt)
                .build();
    }
}
