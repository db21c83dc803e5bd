package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmembership.member.Member;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.request.Violation;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;
import org.openmembership.testkit.StorageFixture;

/** What a registration form may hold, and how all that is wrong with it comes back. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.openmembership.registration.Storages#all")
class RegistrantTest {
    private final StorageFixture fixture;
    private PeopleStage stage;

    RegistrantTest(StorageFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void open() {
        stage = PeopleStage.of(fixture);
    }

    @AfterEach
    void close() {
        stage.close();
    }

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
            for (Map.Entry<String, BiFunction<Registrant.Builder, String, Registrant.Builder>> field :
                    fields().entrySet()) {
                Registrant.Builder filled = field.getValue().apply(PeopleStage.ada(), naughty);
                if (keeps(filled, field.getKey())) {
                    kept++;
                    Member member = stage.member("ada@example.org");
                    assertThat(stored().get(field.getKey()).apply(member)).isEqualTo(naughty);
                }
            }
        }
        assertThat(kept).isGreaterThan(1_000);
    }

    private boolean keeps(Registrant.Builder filled, String field) {
        try {
            stage.register(filled);
            return true;
        } catch (InvalidRequestException refused) {
            assertThat(refused.violations()).extracting(Violation::path).containsOnly(field);
            return false;
        }
    }

    private static Map<String, BiFunction<Registrant.Builder, String, Registrant.Builder>> fields() {
        return Map.of(
                "firstName", (form, text) -> form.name(text, "Byron"),
                "lastName", (form, text) -> form.name("Ada", text),
                "acceptedTerms", Registrant.Builder::acceptTerms,
                "addresses[0].line1",
                        (form, text) -> form.addresses(
                                RequestedAddress.in("GB").lines(text, null).build()),
                "addresses[0].postcode",
                        (form, text) -> form.addresses(RequestedAddress.in("GB")
                                .lines("x", null)
                                .postcode(text)
                                .build()));
    }

    private static Map<String, Function<Member, String>> stored() {
        return Map.of(
                "firstName", member -> member.details().name().first(),
                "lastName", member -> member.details().name().last(),
                "acceptedTerms", member -> member.terms().version(),
                "addresses[0].line1",
                        member -> member.details().addresses().get(0).lines().first(),
                "addresses[0].postcode",
                        member -> member.details().addresses().get(0).postcode());
    }

    private List<String> paths(Registrant.Builder registrant) {
        return violations(registrant).stream().map(Violation::path).toList();
    }

    private List<Violation> violations(Registrant.Builder registrant) {
        try {
            stage.kiosk().register(registrant.build());
            return List.of();
        } catch (InvalidRequestException refused) {
            assertThat(Optional.of(stage.mailbox.messages())).contains(List.of());
            return refused.violations();
        }
    }
}
