package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.importing.CustomerImport;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.security.MadeAddresses.Verdict;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testing.Engine;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

/**
 * B1: what is no address, or none of those we take. {@link EmailAddress} says which we do; every door that takes one takes
 * exactly those, and refuses the others by the path of the address.
 */
@Requirement({"B1", "S36", "R1"})
final class B01EmailSyntaxTest {
    private static final Map<String, Verdict> MADE = MadeAddresses.all();

    @Test
    void each_made_address_is_taken_or_refused_by_every_door_as_it_was_made_for() {
        assertThat(MADE).hasSizeGreaterThan(500);
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY)) {
            AddressDoors doors = new AddressDoors(stage);
            MADE.forEach((address, verdict) -> check(doors, address, verdict == Verdict.TAKEN));
        }
    }

    @Test
    void letters_of_other_scripts_are_taken_where_the_host_has_switched_them_on() {
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY, RegistrationPolicy::withInternationalEmail)) {
            AddressDoors doors = new AddressDoors(stage);
            MADE.forEach((address, verdict) -> check(doors, address, verdict != Verdict.REFUSED));
        }
    }

    @Test
    void a_till_may_name_a_buyer_by_any_address_that_somebody_could_have_registered() {
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY)) {
            AddressDoors doors = new AddressDoors(stage);
            MADE.forEach((address, verdict) -> assertThat(refusals(doors::sale, address))
                    .as(quoted(address))
                    .isEqualTo(verdict == Verdict.REFUSED ? Set.of("buyer.email") : Set.of()));
        }
    }

    @Test
    void every_door_takes_of_the_isemail_set_what_the_noun_takes() {
        Set<String> taken = new TreeSet<>();
        try (PeopleStage stage = PeopleStage.of(Engine.IN_MEMORY, RegistrationPolicy::withInternationalEmail)) {
            AddressDoors doors = new AddressDoors(stage);
            for (Map<String, String> row : SharedData.csv("isemail-tests.csv.gz")) {
                String address = SharedData.base64(row.get("address_base64"));
                boolean isOne = isAddress(address);
                check(doors, address, isOne);
                if (isOne) {
                    taken.add(row.get("category"));
                }
                if (address.contains("\r") || address.contains("\n")) {
                    assertThat(isOne).as(row.get("id")).isFalse();
                }
            }
        }
        assertThat(taken).contains("ISEMAIL_VALID_CATEGORY").doesNotContain("ISEMAIL_ERR");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_taken_is_kept_as_typed_and_found_by_its_key_alone(Engine engine) {
        try (PeopleStage stage = PeopleStage.of(engine, RegistrationPolicy::withInternationalEmail)) {
            MADE.forEach((address, verdict) -> {
                if (verdict != Verdict.REFUSED) {
                    CustomerImport one = CustomerImport.of("pos", quoted(address))
                            .name("A", "B")
                            .email(address)
                            .build();
                    assertThat(stage.membership.importing().customer(one).repeated())
                            .isFalse();
                }
            });
            MADE.forEach((address, verdict) -> {
                if (verdict != Verdict.REFUSED) {
                    EmailAddress typed = EmailAddress.international(address);
                    assertThat(typed.typed()).isEqualTo(address.replaceAll("^[ \t]+|[ \t]+$", ""));
                    List<Customer> found =
                            stage.read(stores -> stores.customers().withEmail(typed.key()));
                    assertThat(found).extracting(Customer::email).containsExactly(typed);
                    assertThat(found)
                            .extracting(Customer::reference)
                            .containsExactly(ExternalKey.of("pos", quoted(address)));
                }
            });
        }
    }

    private static void check(AddressDoors doors, String address, boolean isTaken) {
        doors.all().forEach((name, door) -> {
            if (!address.equals("") || !name.startsWith("file")) {
                assertThat(refusals(door, address))
                        .as("%s: %s", name, quoted(address))
                        .isEqualTo(isTaken ? Set.of() : Set.of("email"));
            }
        });
    }

    /** The paths that are refused, without the place in a list; nothing but the one refusal may be thrown. */
    private static Set<String> refusals(AddressDoors.Door door, String address) {
        try {
            door.take(address);
            return Set.of();
        } catch (InvalidRequestException refused) {
            return refused.violations().stream()
                    .map(Violation::path)
                    .map(path -> path.replaceFirst("^\\[\\d+]\\.", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isAddress(String typed) {
        try {
            return !EmailAddress.international(typed).typed().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** As one word of ASCII, short enough for a reference. */
    private static String quoted(String address) {
        String escaped = address.chars()
                .limit(15)
                .mapToObj(unit -> unit > ' ' && unit < 0x7f ? Character.toString(unit) : "u%04x".formatted(unit))
                .collect(Collectors.joining());
        return escaped + "~" + address.length();
    }
}
