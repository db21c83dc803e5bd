package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.testkit.Requirement;

class CustomerNounsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @Requirement({"A9", "B4"})
    @ValueSource(
            strings = {
                "Ada",
                "\u674e",
                "O'Brien-\u00c5str\u00f6m",
                "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
                "\ud83d\ude00"
            })
    void a_name_has_any_letters_and_is_kept_as_it_is(String name) {
        assertThat(PersonName.of(name, "x").first()).isEqualTo(name);
        assertThat(PersonName.of("x", name).last()).isEqualTo(name);
    }

    @ParameterizedTest
    @Requirement({"A9", "B4"})
    @ValueSource(strings = {"", " ", " Ada", "Ada ", "A\u0000da", "A\nda", "\ud83d", "\u200b\u200d", "\u3000"})
    void both_names_are_required_and_must_show(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.of(name, "x"))
                .withMessageStartingWith("PersonName.first ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.of("x", name))
                .withMessageStartingWith("PersonName.last ");
    }

    @Test
    @Requirement("B4")
    void a_name_has_at_most_100_characters() {
        assertThat(PersonName.of("a".repeat(100), "x").first()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> PersonName.of("e" + "\u0301".repeat(10_000), "x"));
    }

    @Test
    @Requirement("A21")
    void each_address_has_its_own_uses() {
        PostalAddress none = anyAddress().build();
        PostalAddress both =
                anyAddress().uses(AddressUse.DEFAULT, AddressUse.BILLING).build();
        assertThat(none.uses()).isEmpty();
        assertThat(both.uses()).containsExactlyInAnyOrder(AddressUse.DEFAULT, AddressUse.BILLING);
    }

    @Test
    @Requirement("A20")
    void an_address_needs_a_first_line_and_a_country_only() {
        assertThat(anyAddress().build().postcode()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostalAddress.in(Region.of("GB")).build())
                .withMessageStartingWith("PostalAddress.line1 ");
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of("gb"));
    }

    @Test
    @Requirement({"A10", "R18"})
    void a_phone_keeps_what_was_typed_beside_its_one_form() {
        PhoneNumber phone = new PhoneNumber("020 7946 0018", E164.of("+442079460018"), PhoneType.HOME);
        assertThat(phone.typed()).isEqualTo("020 7946 0018");
        assertThat(phone.type()).isEqualTo(PhoneType.HOME);
        assertThatIllegalArgumentException().isThrownBy(() -> E164.of("020 7946 0018"));
        assertThatIllegalArgumentException().isThrownBy(() -> E164.of("+0123456"));
    }

    @Test
    void a_customer_copies_its_lists() {
        List<PhoneNumber> phones = new ArrayList<>(List.of(PhoneNumber.unread("1", PhoneType.OTHER)));
        Customer customer = anyCustomer().phones(phones).build();
        phones.clear();
        assertThat(customer.phones()).hasSize(1);
    }

    @Test
    @Requirement("B8")
    void a_customer_has_a_bounded_number_of_phones() {
        List<PhoneNumber> phones = Collections.nCopies(21, PhoneNumber.unread("1", PhoneType.OTHER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anyCustomer().phones(phones).build());
    }

    @Test
    @Requirement("R2")
    void only_an_email_can_have_been_set_by_staff() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anyCustomer().emailSetByStaffAt(NOW).build());
    }

    @Test
    @Requirement("S35")
    void nothing_of_a_person_is_shown() {
        Customer customer = anyCustomer()
                .email(EmailAddress.of("canary@example.org"))
                .phones(List.of(PhoneNumber.unread("canary", PhoneType.OTHER)))
                .addresses(List.of(PostalAddress.in(Region.of("GB"))
                        .lines("canary", "canary")
                        .build()))
                .build();
        String shown = customer + "" + customer.name() + customer.email() + customer.phones() + customer.addresses()
                + customer.addresses().get(0).lines() + E164.of("+4912345678");
        assertThat(shown).doesNotContain("canary", "12345678", "Ada", "Byron");
    }

    @ParameterizedTest
    @Requirement("B7")
    @ValueSource(strings = {"", " ", "a b", "\u00e4", "1234567890123456789012345678901234567"})
    void an_id_is_visible_ascii_of_at_most_36_characters(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerId.of(id)).withMessageStartingWith("CustomerId ");
    }

    private static Customer.Builder anyCustomer() {
        return Customer.builder(CustomerId.of("c-1"), PersonName.of("Ada", "Byron"), NOW);
    }

    private static PostalAddress.Builder anyAddress() {
        return PostalAddress.in(Region.of("GB")).lines("12 St James's Square", null);
    }
}
