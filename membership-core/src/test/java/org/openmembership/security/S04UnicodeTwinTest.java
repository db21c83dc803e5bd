package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;
import org.openmembership.user.Message;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** S4: an address that some library or database takes for a member's gets that member's mail, or the member. */
@Requirement({"S4", "R1", "B2"})
class S04UnicodeTwinTest extends PeopleTest {
    private static final String VICTIM = "mike.s@example.org";
    private static final String PASSWORD = "a fine long password";

    /** Equal to the victim's by upper and lower case, by NFKC, or by a collation that ignores accents, widths or blanks. */
    private static final List<String> TWINS = List.of(
            "mi\u212ae.s@example.org",
            "m\u0131ke.s@example.org",
            "mike.\u017f@example.org",
            "m\u0130ke.s@example.org",
            "m\u00edke.s@example.org",
            "m\uff49ke.s@example.org",
            "\u24dcike.s@example.org",
            "\ud835\udc26ike.s@example.org",
            "mike.s\u200b@example.org",
            "mi\u00adke.s@example.org",
            "mike\uff0es@example.org",
            "mike.s@\uff45xample.org",
            "mike.s@example\u3002org",
            "mike.s @example.org",
            "mike.s\u0301@example.org",
            "m\u0456ke.s@example.org",
            "mike.s@example.org.",
            "mike.s@exam\u00adple.org");

    @Override
    protected RegistrationPolicy policy(RegistrationPolicy usual) {
        return usual.withInternationalEmail();
    }

    @Test
    void a_twin_has_no_mail_sent_to_anybody_and_signs_nobody_in() {
        stage.userWithPassword(PeopleStage.ada().email(VICTIM), PASSWORD);
        int sent = stage.mailbox.messages().size();

        for (int i = 0; i < TWINS.size(); i++) {
            String twin = TWINS.get(i);
            stage.web("twin " + i).passwords().request(twin);
            assertThat(stage.web("twin " + i).signIn().signIn(twin, PASSWORD))
                    .as("twin " + i)
                    .isNotInstanceOf(SignedIn.class);
        }

        stage.membership.notifications().deliver(100);
        assertThat(stage.mailbox.messages()).hasSize(sent);
        assertThat(stage.web("home").signIn().signIn("MIKE.S@EXAMPLE.ORG", PASSWORD))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void mail_goes_to_the_stored_address_however_its_owner_types_it() {
        stage.userWithPassword(PeopleStage.ada().email("Mike.S@Example.org"), PASSWORD);

        stage.web("home").passwords().request(" mIKE.s@eXAMPLE.ORG ");

        assertThat(stage.mailbox.last().address().written()).isEqualTo("Mike.S@Example.org");
    }

    @Test
    void whoever_registers_a_twin_is_somebody_else_without_the_others_history() {
        CustomerId history = stage.customer("1", VICTIM, "2015-01-01T00:00:00Z");
        Verified victim = stage.registerAndVerify(PeopleStage.ada().email(VICTIM));
        int twins = 0;
        for (String twin : TWINS) {
            if (isAddress(twin)) {
                twins++;
                Verified other = stage.registerAndVerify(PeopleStage.ada().email(twin));
                Message proof = stage.mailbox.last();
                assertThat(proof.address().written()).isEqualTo(twin);
                assertThat(other.user()).isNotEqualTo(victim.user());
                assertThat(other.customers().links()).isNotEmpty().doesNotContain(history);
                assertThat(other.customers().conflicts()).isEmpty();
            }
        }
        assertThat(twins).isPositive();
        assertThat(victim.customers().links()).containsExactly(history);
    }

    @Test
    void what_one_provider_delivers_to_the_same_mailbox_is_another_address_here() {
        List<Map<String, String>> rows = SharedData.csv("email-normalisation.csv.gz");
        int distinct = 0;
        for (Map<String, String> row : rows) {
            String typed = plain(row.get("input_json"));
            String merged = plain(row.get("expected_json"));
            if (isAddress(typed) && isAddress(merged) && !key(typed).equals(key(merged))) {
                distinct++;
                register(typed);
                Optional<UserId> found = holder(merged);
                assertThat(found.isEmpty() || !found.equals(holder(typed)))
                        .as("row %s", distinct)
                        .isTrue();
            }
        }
        assertThat(distinct).isGreaterThan(20);
    }

    @Test
    void no_character_that_some_folding_makes_a_letter_finds_the_user_with_that_letter() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            register("x" + letter + "y@example.org");
        }
        Set<UserId> users = Set.copyOf(stage.read(stores -> {
            List<UserId> all = new ArrayList<>();
            for (char letter = 'a'; letter <= 'z'; letter++) {
                all.add(stores.users()
                        .withUsername(new Username("x" + letter + "y@example.org"))
                        .orElseThrow()
                        .id());
            }
            return all;
        }));
        assertThat(users).hasSize(26);

        List<String> twins = foldedToLetters();
        List<String> found = stage.read(stores -> twins.stream()
                .filter(twin -> stores.users()
                        .withUsername(new Username("x" + twin + "y@example.org"))
                        .isPresent())
                .toList());

        assertThat(twins).hasSizeGreaterThan(700);
        assertThat(found).isEmpty();
    }

    @Test
    void naughty_logins_find_nobody_and_break_nothing() {
        stage.userWithPassword(PeopleStage.ada().email(VICTIM), PASSWORD);
        int sent = stage.mailbox.messages().size();
        int number = 0;
        for (String naughty : SharedData.naughtyStrings()) {
            number++;
            String login = number % 2 == 0 ? naughty : naughty + "@example.org";
            assertThat(stage.web("naughty " + number).signIn().signIn(login, PASSWORD))
                    .as("string %s", number)
                    .isNotInstanceOf(SignedIn.class);
            stage.web("naughty " + number).passwords().request(login);
        }
        stage.membership.notifications().deliver(1_000);
        assertThat(stage.mailbox.messages()).hasSize(sent);
    }

    private void register(String email) {
        if (holder(email).isEmpty()) {
            stage.web("from " + email)
                    .registration()
                    .register(PeopleStage.ada().email(email).build());
        }
    }

    private Optional<UserId> holder(String email) {
        return stage.read(stores -> stores.users()
                .withUsername(Username.of(EmailAddress.international(email).key()))
                .map(user -> user.id()));
    }

    /** Every character that case, compatibility or the taking off of accents makes an ASCII letter. */
    private static List<String> foldedToLetters() {
        List<String> found = new ArrayList<>();
        for (int character = 0x80; character <= Character.MAX_CODE_POINT; character++) {
            boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            String text = Character.toString(character);
            if (!surrogate && isLetter(folded(text))) {
                found.add(text);
            }
        }
        return found;
    }

    private static String folded(String text) {
        String upper = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(upper, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
    }

    private static boolean isAddress(String typed) {
        try {
            return !key(typed).value().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static org.openmembership.customer.EmailKey key(String typed) {
        return EmailAddress.international(typed).key();
    }

    private static String plain(String json) {
        return json.length() < 2 ? json : json.substring(1, json.length() - 1);
    }
}
