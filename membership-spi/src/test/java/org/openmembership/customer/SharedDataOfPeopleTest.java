package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;
import org.openmembership.user.Username;

/** Bad input from elsewhere: stored byte for byte, or refused with a message that names the field. */
@NullUnmarked
class SharedDataOfPeopleTest {
    private static final Set<String> PLAIN = Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN");

    /** Standard, but nobody's mail: a domain of one label. */
    private static final Set<String> ONE_LABEL = Set.of("5");

    /** An address with blanks around it is standard only as folded; we take the blanks off. */
    private static final Set<String> BLANKS_AROUND = Set.of("157", "158");

    @Test
    @Requirement("B1")
    void of_the_isemail_set_exactly_the_plain_addresses_are_accepted() {
        for (Map<String, String> row : SharedData.csv("isemail-tests.csv.gz")) {
            boolean plain = PLAIN.contains(row.get("category")) && !ONE_LABEL.contains(row.get("id"))
                    || BLANKS_AROUND.contains(row.get("id"));
            Optional<String> kept =
                    attempt(SharedData.base64(row.get("address_base64")), EmailAddressTyped.INTERNATIONAL);
            assertThat(kept.isPresent())
                    .as(row.get("id") + " " + row.get("diagnosis"))
                    .isEqualTo(plain);
        }
    }

    @Test
    @Requirement("B1")
    void where_another_library_only_lower_cases_we_agree_on_the_key() {
        long agreed = SharedData.csv("email-normalisation.csv.gz").stream()
                .filter(row -> attempt(plain(row.get("input_json")), EmailAddressTyped.INTERNATIONAL)
                        .isPresent())
                .filter(row -> row.get("input_json").length()
                        == row.get("expected_json").length())
                .filter(row -> !row.get("input_json").contains("yandex"))
                .filter(row -> row.get("options_json").equals("[]"))
                .peek(row -> assertThat(EmailAddress.of(plain(row.get("input_json")))
                                .key()
                                .value())
                        .isEqualTo(plain(row.get("expected_json"))))
                .count();
        assertThat(agreed).isPositive();
    }

    @Test
    @Requirement("B3")
    void naughty_strings_are_kept_byte_for_byte_or_refused_by_name() {
        List<String> strings = SharedData.naughtyStrings();
        assertThat(strings).hasSize(515);
        for (String naughty : strings) {
            everyField()
                    .forEach((field, keep) -> attempt(naughty, keep)
                            .ifPresent(kept -> assertThat(kept).as(field).isEqualTo(naughty)));
        }
    }

    @Test
    @Requirement("R18")
    void every_example_number_of_the_world_is_one() {
        List<Map<String, String>> rows = SharedData.csv("phone-examples.csv.gz");
        assertThat(rows)
                .hasSize(1_144)
                .allSatisfy(row -> assertThat(E164.of(row.get("e164")).value()).isEqualTo(row.get("e164")));
    }

    private static Map<String, Function<String, String>> everyField() {
        Region here = Region.of("GB");
        return Map.of(
                "PersonName", text -> PersonName.of(text, "x").first(),
                "PhoneNumber", text -> PhoneNumber.unread(text, PhoneType.HOME).typed(),
                "PostalAddress.line1",
                        text -> PostalAddress.in(here)
                                .lines(text, null)
                                .build()
                                .lines()
                                .first(),
                "PostalAddress.postcode",
                        text -> String.valueOf(PostalAddress.in(here)
                                .lines("x", null)
                                .postcode(text)
                                .build()
                                .postcode()),
                "RegisterId", text -> RegisterId.of(text).value(),
                "EmailAddress", EmailAddressTyped.INTERNATIONAL,
                "Username", text -> new Username(text).value(),
                "NewCustomerDefaults",
                        text -> String.valueOf(NewCustomerDefaults.builder(LedgerUse.MARKETING)
                                .taxKey(text)
                                .build()
                                .taxKey()),
                "ExternalKey", text -> ExternalKey.of("shop", text).value());
    }

    /** What is kept of a text; empty if it is refused, which must name the field. */
    private static Optional<String> attempt(String text, Function<String, String> keep) {
        try {
            return Optional.of(keep.apply(text));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).matches("[A-Z][A-Za-z0-9.]+ .+");
            return Optional.empty();
        }
    }

    private static String plain(String json) {
        return json.isEmpty() ? json : json.substring(1, json.length() - 1);
    }

    /** Takes the blanks off first, as the noun does. */
    private enum EmailAddressTyped implements Function<String, String> {
        INTERNATIONAL;

        @Override
        public String apply(String text) {
            return EmailAddress.international(text).typed();
        }
    }
}
