package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.testkit.Requirement;

@Requirement("R1")
class EmailAddressTest {
    @Test
    void is_kept_as_typed_without_the_blanks_around_it() {
        assertThat(EmailAddress.of(" Ada.Lovelace@Example.ORG\t").typed()).isEqualTo("Ada.Lovelace@Example.ORG");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "a.b+news@gmail.com, a.b+news@gmail.com",
        "ADA@XN--MLLER-KVA.DE, ada@xn--mller-kva.de",
        "ISTANBUL@example.org, istanbul@example.org"
    })
    void key_lower_cases_a_to_z_and_strips_nothing(String typed, String key) {
        assertThat(EmailAddress.of(typed).key().value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@example..org",
                "ada@.example.org",
                "ada@example.org.",
                "ada@-example.org",
                "ada@exam_ple.org",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "a da@example.org",
                "ada@exa mple.org",
                "\"ada\"@example.org",
                "ada(comment)@example.org",
                "Ada <ada@example.org>",
                "ada@example.org@evil.org",
                "ada@example.org\r\nBcc: eve@evil.org",
                "ada\u0000@example.org",
                "ada\u200b@example.org",
                "ada@ex\u00e4mple.org",
                "ada@example\u3002org"
            })
    @Requirement({"B1", "S36"})
    void anything_else_is_refused_by_name(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.international(typed))
                .withMessageStartingWith("EmailAddress ");
    }

    @Test
    void a_refusal_does_not_repeat_what_was_typed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("canary canary@example.org"))
                .withMessageNotContaining("canary");
    }

    @Test
    @Requirement("B1")
    void parts_and_whole_have_the_lengths_that_mail_allows() {
        String label = "d".repeat(63);
        String domain = label + "." + label + "." + "d".repeat(61);
        assertThat(EmailAddress.of("l".repeat(64) + "@" + domain).typed()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("l".repeat(65) + "@example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("l".repeat(64) + "@" + domain + "d"));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("l@d" + label + ".org"));
    }

    @Test
    void a_local_part_that_is_not_ascii_needs_its_own_factory() {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("j\u00f6rg@example.org"));
        assertThat(EmailAddress.international("j\u00f6rg@example.org").typed()).isEqualTo("j\u00f6rg@example.org");
    }

    @Test
    void a_local_part_that_is_not_ascii_is_composed_and_keeps_its_case() {
        EmailKey key = EmailAddress.international("Jo\u0308rg@EXAMPLE.org").key();
        assertThat(key.value()).isEqualTo("J\u00f6rg@example.org");
        assertThat(key)
                .isEqualTo(EmailAddress.international("J\u00f6rg@example.org").key());
        assertThat(key)
                .isNotEqualTo(
                        EmailAddress.international("j\u00f6rg@example.org").key());
    }

    @Test
    @Requirement({"B2", "S4"})
    void the_kelvin_sign_and_its_like_are_refused() {
        for (String twin : new String[] {"\u212a", "\u037e", "\u1fef"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EmailAddress.international("\u00f6" + twin + "@example.org"));
        }
    }

    @Test
    void a_key_that_is_not_in_its_form_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailKey("Ada@example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailKey("Jo\u0308rg@example.org"));
        assertThat(new EmailKey("ada@example.org").value()).isEqualTo("ada@example.org");
    }

    @Test
    @Requirement("S35")
    void shows_nothing_of_a_person() {
        EmailAddress address = EmailAddress.of("canary@example.org");
        assertThat(address + " " + address.key()).doesNotContain("canary", "example");
    }
}
