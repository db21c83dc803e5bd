package org.openmembership.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.testing.Needles;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Everything that is known of a person, as one document, on every storage. */
@Requirement("R17")
final class DisclosureTest extends ShopTest {
    @Test
    void every_personal_column_of_a_fully_planted_person_is_in_it() {
        PlantedPerson person = PlantedPerson.in(shop);

        String document = document(person, person.member);

        assertThat(document)
                .contains(PlantedPerson.EMAIL, PlantedPerson.MOVED, PlantedPerson.DIGITS, "likes " + PlantedPerson.MARK)
                .contains(PlantedPerson.BIRTHDATE.toString(), "for " + PlantedPerson.MARK, "\"points\":\"120\"");
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> Needles.registered().forEach((column, holds) -> {
                    if (holds.equals("personal") || holds.equals("text")) {
                        assertThat(shown(column, tables.values().getOrDefault(column, List.of())))
                                .as(column)
                                .isNotEmpty()
                                .allSatisfy(value -> assertThat(document).contains(value));
                    }
                }));
    }

    @Test
    @Requirement({"D30", "C9"})
    void consents_with_their_evidence_and_groups_are_in_it() {
        PlantedPerson person = PlantedPerson.in(shop);

        String document = document(person, person.member);

        assertThat(document)
                .contains(PlantedPerson.WORDING, "\"PENDING\"", "\"SUBSCRIBED\"")
                .contains("\"groups of " + person.created + "\":[{\"group\":\"" + PlantedPerson.GROUP + "\"");
    }

    @Test
    void the_same_is_found_from_a_customer_and_nothing_from_nobody() {
        PlantedPerson person = PlantedPerson.in(shop);
        StringWriter ofCustomer = new StringWriter();

        assertThat(person.membership.disclosure().write(person.created, ofCustomer))
                .isTrue();
        assertThat(ofCustomer).hasToString(document(person, person.member));
        StringWriter nothing = new StringWriter();
        assertThat(person.membership.disclosure().write(CustomerId.of("nobody"), nothing))
                .isFalse();
        assertThat(nothing.toString()).isEmpty();
    }

    @Test
    @Requirement("S7")
    void no_hash_of_a_secret_is_in_it() {
        PlantedPerson person = PlantedPerson.in(shop);

        String document = document(person, person.member);

        assertThat(document).doesNotContain(PlantedPerson.PASSWORD);
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> Needles.registered().forEach((column, holds) -> {
                    if (holds.equals("secret")) {
                        assertThat(tables.values().getOrDefault(column, List.of()))
                                .as(column)
                                .isNotEmpty()
                                .allSatisfy(value -> assertThat(document).doesNotContain(value));
                    }
                }));
    }

    @Test
    @Requirement("R20")
    void a_member_is_told_of_himself_alone_and_staff_only_if_the_host_lets_them() {
        PlantedPerson person = PlantedPerson.in(shop);
        Disclosure own =
                person.membership.as(Actor.member(person.member.value())).disclosure();

        assertThat(own.write(person.member, new StringWriter())).isTrue();
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> person.membership
                        .as(Actor.member("other"))
                        .disclosure()
                        .write(person.member, new StringWriter()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> own.write(MemberId.of("other"), new StringWriter()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> person.membership
                        .as(Actor.staff("clerk-1"))
                        .disclosure()
                        .write(person.member, new StringWriter()));
    }

    private static String document(PlantedPerson person, MemberId member) {
        StringWriter out = new StringWriter();
        assertThat(person.membership.disclosure().write(member, out)).isTrue();
        return out.toString();
    }

    /** As people read it: days are kept as numbers. */
    private static List<String> shown(String column, List<String> values) {
        return column.endsWith(".birthdate")
                ? values.stream()
                        .map(day -> LocalDate.ofEpochDay(Long.parseLong(day)).toString())
                        .toList()
                : values;
    }
}
