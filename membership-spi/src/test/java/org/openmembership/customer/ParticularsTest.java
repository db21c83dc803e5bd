package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

@Requirement("B30")
final class ParticularsTest {
    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

    @Test
    void what_was_not_told_comes_from_earlier_and_the_wish_is_that_of_now() {
        Particulars earlier = new Particulars(Gender.FEMALE, MaritalStatus.SINGLE, true);
        Particulars now = Particulars.NONE.withMaritalStatus(MaritalStatus.MARRIED);

        assertThat(now.completedBy(earlier)).isEqualTo(new Particulars(Gender.FEMALE, MaritalStatus.MARRIED, false));
    }

    @Test
    void without_an_address_no_receipt_goes_there() {
        Particulars wanted = new Particulars(Gender.DIVERSE, null, true);

        assertThat(wanted.reachedBy(null)).isEqualTo(new Particulars(Gender.DIVERSE, null, false));
        assertThat(wanted.reachedBy(ADA)).isEqualTo(wanted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customer(wanted, null))
                .withMessageContaining("receiptByEmail");
        assertThat(customer(wanted, ADA).profile().particulars()).isEqualTo(wanted);
    }

    @Test
    void neither_it_nor_what_it_is_part_of_says_in_a_log_what_was_told() {
        Particulars told = new Particulars(Gender.FEMALE, MaritalStatus.WIDOWED, true);
        Customer customer = customer(told, ADA);

        assertThat(told + " " + customer.profile() + " " + customer).doesNotContain("FEMALE", "WIDOWED", "true");
    }

    private static Customer customer(Particulars told, @Nullable EmailAddress email) {
        return Customer.builder(CustomerId.of("c-1"), PersonName.of("Ada", "Byron"), Instant.EPOCH)
                .profile(CustomerProfile.NONE.with(told))
                .email(email)
                .build();
    }
}
