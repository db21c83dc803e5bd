package org.openmembership.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.Requirement;

/** Why two customers may be one. */
@Requirement({"C32", "R15"})
final class LikenessTest {
    @Test
    void what_both_have_is_compared_folded_and_what_one_lacks_says_nothing() {
        Customer ada = person("Ada", "M\u00fcller", "ada@example.org")
                .phones(List.of(phone("+4930123456", "030/123456")))
                .addresses(List.of(at("12, Square St.", "SW1Y 4JH")))
                .build();
        Customer same = person("ADA", "Muller", "Ada@Example.ORG")
                .phones(List.of(phone("+4930123456", "+49 30 123456")))
                .addresses(List.of(at("12 square st", "sw1y4jh")))
                .build();

        assertThat(evidence(ada, same))
                .containsExactly(
                        Evidence.SAME_EMAIL,
                        Evidence.SAME_FIRST_NAME,
                        Evidence.SAME_SURNAME,
                        Evidence.SAME_PHONE,
                        Evidence.SAME_STREET,
                        Evidence.SAME_POSTCODE);
        assertThat(score(ada, same)).isEqualTo(100);
        assertThat(evidence(ada, person("Ada", "Muller", null).build()))
                .containsExactly(Evidence.SAME_FIRST_NAME, Evidence.SAME_SURNAME);
        assertThat(score(ada, person("Bob", "Stranger", null).build())).isZero();
    }

    @Test
    void first_names_are_the_same_or_mistyped_or_short_or_others() {
        Customer ada = person("Adalbert", "Byron", null).build();

        assertThat(evidence(ada, person("Adlabert", "Byron", null).build())).contains(Evidence.SIMILAR_FIRST_NAME);
        assertThat(evidence(ada, person("A", "Byron", null).build())).contains(Evidence.INITIAL_OF_FIRST_NAME);
        assertThat(evidence(ada, person("Gertrud", "Byron", null).build())).contains(Evidence.OTHER_FIRST_NAME);
        assertThat(evidence(ada, person("Byron", "Adalbert", null).build())).containsExactly(Evidence.SWAPPED_NAMES);
    }

    @Test
    @Requirement("R1")
    void what_providers_deliver_to_one_mailbox_is_a_hint_and_shares_no_key() {
        Customer typed = person("Ada", "Byron", "ada.byron+shop@googlemail.com").build();
        Customer plain = person("Ada", "Byron", "adabyron@gmail.com").build();
        Customer elsewhere = person("Ada", "Byron", "ada.byron@example.org").build();
        Customer dotless = person("Ada", "Byron", "adabyron@example.org").build();

        assertThat(evidence(typed, plain)).contains(Evidence.EMAIL_OF_SAME_PROVIDER_MAILBOX);
        assertThat(evidence(elsewhere, dotless)).doesNotContain(Evidence.EMAIL_OF_SAME_PROVIDER_MAILBOX);
        assertThat(SharedKey.of(typed)).doesNotContainAnyElementsOf(SharedKey.of(plain));
        assertThat(ProviderMailbox.of(new EmailKey("+tag@gmail.com"))).isEqualTo("+tag@gmail.com");
    }

    @Test
    void birthdates_tell_namesakes_apart() {
        Customer ada = person("Ada", "Byron", null).build();
        LocalDate born = LocalDate.of(1815, 12, 10);

        assertThat(Likeness.of(new Person(ada, born), new Person(ada, born)).evidence())
                .contains(Evidence.SAME_BIRTHDATE);
        assertThat(Likeness.of(new Person(ada, born), new Person(ada, born.plusYears(30)))
                        .evidence())
                .contains(Evidence.OTHER_BIRTHDATE);
        assertThat(Likeness.of(new Person(ada, born), Person.of(ada)).evidence())
                .doesNotContain(Evidence.SAME_BIRTHDATE, Evidence.OTHER_BIRTHDATE);
    }

    @Property(tries = 200)
    void likeness_is_the_same_from_both_sides_and_greatest_to_oneself(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String first,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String last,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String other) {
        Customer one = person(first, last, "a@example.org").build();
        Customer two = person(other, last, "b@example.org").build();

        assertThat(Likeness.of(Person.of(one), Person.of(two))).isEqualTo(Likeness.of(Person.of(two), Person.of(one)));
        assertThat(score(one, two)).isLessThanOrEqualTo(score(one, one));
    }

    private static java.util.Set<Evidence> evidence(Customer one, Customer other) {
        return Likeness.of(Person.of(one), Person.of(other)).evidence();
    }

    private static int score(Customer one, Customer other) {
        return Likeness.of(Person.of(one), Person.of(other)).score();
    }

    private static Customer.Builder person(String first, String last, @Nullable String email) {
        return Customer.builder(CustomerId.of(Any.any("c")), PersonName.of(first, last), Any.anyInstant())
                .email(email == null ? null : EmailAddress.of(email));
    }

    private static PhoneNumber phone(String e164, String typed) {
        return new PhoneNumber(typed, E164.of(e164), PhoneType.HOME);
    }

    private static PostalAddress at(String street, String postcode) {
        return PostalAddress.in(Region.of("GB"))
                .lines(street, null)
                .postcode(postcode)
                .build();
    }
}
