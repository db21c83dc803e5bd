package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.customer.EmailAddress;
import org.openmembership.hashing.WellKnownPasswords;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordPolicy;
import org.openmembership.user.PasswordProblem;

/** S11: people choose weak passwords. */
@Requirement({"S11", "B12", "R13"})
class S11WeakPasswordsTest {
    private static final PasswordPolicy POLICY = PasswordPolicy.DEFAULT;
    private static final PasswordPolicy LENIENT = new PasswordPolicy(8, Set.of("Bean & Leaf"));
    private final WellKnownPasswords common = new WellKnownPasswords();

    @Test
    void fifteen_characters_by_default_eight_at_least_and_a_thousand_at_most() {
        assertThat(POLICY.problems("fourteen chars", common)).containsExactly(PasswordProblem.TOO_SHORT);
        assertThat(POLICY.problems("fifteen, my dear", common)).isEmpty();
        assertThat(LENIENT.problems("zy7 kq!", common)).containsExactly(PasswordProblem.TOO_SHORT);
        assertThat(LENIENT.problems("zy7 kq!p", common)).isEmpty();
        assertThat(POLICY.problems("long ".repeat(204) + "last", common)).isEmpty();
        assertThat(POLICY.problems("x".repeat(1_025), common)).containsExactly(PasswordProblem.TOO_LONG);
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(7, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(65, Set.of()));
    }

    @Test
    void a_character_counts_once_whatever_it_is_made_of() {
        assertThat(POLICY.problems("\ud83d\ude80".repeat(7) + "abcdefg", common))
                .containsExactly(PasswordProblem.TOO_SHORT);
        assertThat(POLICY.problems("e\u0301".repeat(8), common)).containsExactly(PasswordProblem.TOO_SHORT);
        assertThat(new Password("e\u0301")).isEqualTo(new Password("\u00e9"));
    }

    @Test
    void nothing_is_asked_about_what_a_password_is_composed_of() {
        for (String fine :
                List.of("all lower case letters", "83 1750 2964 1750 8", "\u65e5\u672c\u8a9e ".repeat(4) + "!?x")) {
            assertThat(POLICY.problems(fine, common)).as(fine).isEmpty();
        }
    }

    @Test
    void what_no_keyboard_types_is_refused_and_blanks_stay() {
        assertThat(POLICY.problems("fifteen\u0000characters", common)).containsExactly(PasswordProblem.UNREADABLE);
        assertThat(POLICY.problems("half a pair \ud83d more", common)).containsExactly(PasswordProblem.UNREADABLE);
        assertThat(new Password("  inside and around  ").value()).isEqualTo("  inside and around  ");
    }

    @Test
    void every_listed_password_is_refused() throws IOException {
        List<String> listed = list().stream().filter(word -> word.length() >= 8).toList();
        assertThat(list()).hasSizeGreaterThan(3_000);
        assertThat(listed)
                .allSatisfy(word -> assertThat(LENIENT.problems(word, common)).contains(PasswordProblem.COMMON));
    }

    @Test
    void and_so_is_what_is_hardly_more() {
        for (String weak : List.of(
                "PasswordPassword",
                "password12345678",
                "Letmein!!!!!!!!!",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "123456789012345",
                "qwertyuiopasdfgh",
                "qwerty1qwerty1qwerty1",
                "correct horse battery staple")) {
            assertThat(POLICY.problems(weak, common)).as(weak).containsExactly(PasswordProblem.COMMON);
        }
    }

    @Test
    void the_owners_address_and_the_shops_own_words_do_not_make_a_password_longer() {
        var owner = EmailAddress.of("ada.lovelace@example.org").key();
        assertThat(LENIENT.isGuessable(new Password("ada.lovelace@example.org"), owner))
                .isTrue();
        assertThat(LENIENT.isGuessable(new Password("Lovelace1815!"), owner)).isTrue();
        assertThat(LENIENT.isGuessable(new Password("bean & leaf 2026"), owner)).isTrue();
        assertThat(LENIENT.isGuessable(new Password("lovelace wrote the first program"), owner))
                .isFalse();
    }

    @Test
    void a_host_brings_a_list_of_its_own() {
        assertThat(POLICY.problems(
                        "a fine long password", password -> password.value().contains("fine")))
                .containsExactly(PasswordProblem.COMMON);
    }

    private static List<String> list() throws IOException {
        var stream = Objects.requireNonNull(
                Membership.class.getResourceAsStream("/org/openmembership/hashing/common-passwords.txt"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
