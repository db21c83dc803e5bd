package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.PostalAddress;
import org.openmembership.member.Member;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.request.Violation;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

/** What a registration form may hold, and how all that is wrong with it comes back. */
class RegistrantTest extends PeopleTest {
    private static final Set<String> FIELDS =
            Set.of("firstName", "lastName", "acceptedTerms", "addresses[0].line1", "addresses[0].postcode");

    @Test
    @Requirement({"A2", "A9"})
    void an_empty_form_lacks_names_email_and_terms() {
        assertThat(paths(Registrant.builder())).containsExactly("acceptedTerms", "email", "firstName", "lastName");
    }

    @Test
    @Requirement({"A9", "A10", "A11", "B1", "B6"})
    void broken_constraints_and_refused_nouns_are_reported_together_by_path() {
        Registrant.Builder wrong = Registrant.builder()
                .name("x".repeat(101), " Byron")
                .email("ada@localhost")
                .phones(RequestedPhone.of("+442079460018", null), RequestedPhone.of("nonsense", null), null)
                .birthdate(LocalDate.of(2026, 3, 3))
                .addresses(RequestedAddress.in("gb")
                        .lines("", "ok")
                        .town("Lon\ndon")
                        .postcode("x".repeat(21))
                        .build())
                .acceptTerms(" terms")
                .channel("");
        assertThat(paths(wrong))
                .containsExactly(
                        "acceptedTerms",
                        "addresses[0].country",
                        "addresses[0].line1",
                        "addresses[0].postcode",
                        "addresses[0].town",
                        "birthdate",
                        "channel",
                        "email",
                        "firstName",
                        "lastName",
                        "phones[1].typed",
                        "phones[2].<list element>");
    }

    @Test
    @Requirement("R18")
    void a_wrong_number_is_refused_with_its_reason() {
        List<Violation> violations = violations(PeopleStage.ada().phones(RequestedPhone.of("020 7946 0018", null)));
        assertThat(violations).containsExactly(new Violation("phones[0].typed", "is refused: UNKNOWN_COUNTRY"));
    }

    @Test
    @Requirement("S35")
    void a_refusal_repeats_nothing_that_was_typed() {
        Registrant.Builder wrong = PeopleStage.ada()
                .name(" canary", "canary\u0000")
                .email("canary canary@example.org")
                .phones(RequestedPhone.of("canary", null));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> stage.kiosk().register(wrong.build()))
                .withMessageNotContaining("canary");
        assertThat(wrong.build() + "" + wrong.build().phones()).doesNotContain("canary");
    }

    @Test
    @Requirement("A11")
    void somebody_born_today_where_it_is_tomorrow_already_is_welcome() {
        assertThat(violations(PeopleStage.ada().birthdate(LocalDate.of(2026, 3, 2))))
                .isEmpty();
    }

    @Test
    @Requirement({"B3", "B4"})
    void naughty_strings_are_stored_byte_for_byte_or_refused_by_path() {
        int kept = 0;
        for (String naughty : SharedData.naughtyStrings()) {
            Set<String> refused = violations(filled(naughty, Set.of())).stream()
                    .map(Violation::path)
                    .collect(Collectors.toSet());
            assertThat(FIELDS).containsAll(refused);

            stage.register(filled(naughty, refused));
            Map<String, String> stored = stored(stage.member("ada@example.org"));

            for (String field : FIELDS) {
                assertThat(stored.get(field)).as(field).isEqualTo(refused.contains(field) ? "x" : naughty);
                kept += refused.contains(field) ? 0 : 1;
            }
        }
        assertThat(kept).isGreaterThan(1_000);
    }

    /** A form with a text in every field but those that refuse it. */
    private static Registrant.Builder filled(String text, Set<String> refused) {
        UnaryOperator<String> in = field -> refused.contains(field) ? "x" : text;
        return PeopleStage.ada()
                .name(in.apply("firstName"), in.apply("lastName"))
                .acceptTerms(in.apply("acceptedTerms"))
                .addresses(RequestedAddress.in("GB")
                        .lines(in.apply("addresses[0].line1"), null)
                        .postcode(in.apply("addresses[0].postcode"))
                        .build());
    }

    private static Map<String, String> stored(Member member) {
        PostalAddress address = member.details().addresses().get(0);
        return Map.of(
                "firstName", member.details().name().first(),
                "lastName", member.details().name().last(),
                "acceptedTerms", member.terms().version(),
                "addresses[0].line1", address.lines().first(),
                "addresses[0].postcode", String.valueOf(address.postcode()));
    }

    private List<String> paths(Registrant.Builder registrant) {
        return violations(registrant).stream().map(Violation::path).toList();
    }

    private List<Violation> violations(Registrant.Builder registrant) {
        try {
            stage.kiosk().register(registrant.build());
            return List.of();
        } catch (InvalidRequestException refused) {
            return refused.violations();
        }
    }
}
