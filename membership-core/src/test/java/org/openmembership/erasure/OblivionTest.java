package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.consent.ConsentState;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Needles;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** After an erasure nothing of the person is found anywhere, and whoever comes with the same address is somebody new. */
@Requirement({"I19", "R17", "C35", "C36", "C37", "B65"})
final class OblivionTest extends ShopTest {
    private static final List<String> NEEDLES = List.of(
            PlantedPerson.MARK,
            PlantedPerson.DIGITS,
            Long.toString(PlantedPerson.BIRTHDATE.toEpochDay()),
            PlantedPerson.GENDER,
            PlantedPerson.MARITAL_STATUS);

    @Test
    void everything_personal_that_is_known_is_found_before_and_nothing_after() {
        PlantedPerson person = PlantedPerson.in(shop);
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.columnsWith(NEEDLES))
                        .containsAll(planted("personal"))
                        .containsAll(planted("derived"))
                        .containsAll(planted("text")));

        erase(person);

        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.columnsWith(NEEDLES)).isEmpty());
        shop.storage().read(stores -> {
            assertThat(stores.customers()
                            .withEmail(EmailAddress.of(PlantedPerson.EMAIL).key()))
                    .isEmpty();
            assertThat(stores.customers().find(person.created)).isEmpty();
            assertThat(stores.customers().find(person.imported)).isEmpty();
            assertThat(stores.members().find(person.member)).isEmpty();
            assertThat(stores.users().find(person.user)).isEmpty();
            assertThat(stores.credentials().find(person.user)).isEmpty();
            return stores;
        });
    }

    @Test
    @Requirement({"R14", "D30", "C9"})
    void consents_stay_as_redacted_and_what_waited_to_be_confirmed_goes_with_the_groups() {
        PlantedPerson person = PlantedPerson.in(shop);
        assertThat(state(person, ContactChannel.EMAIL)).isEqualTo(ConsentState.PENDING);
        assertThat(state(person, ContactChannel.SMS)).isEqualTo(ConsentState.SUBSCRIBED);
        assertThat(members()).containsExactly(person.created);
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.values())
                        .containsKeys("om_opt_in.code_hash", "om_opt_in.token_hash", "om_group_member.customer"));

        erase(person);

        assertThat(state(person, ContactChannel.EMAIL)).isEqualTo(ConsentState.REDACTED);
        assertThat(state(person, ContactChannel.SMS)).isEqualTo(ConsentState.REDACTED);
        assertThat(members()).isEmpty();
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.values())
                        .doesNotContainKeys("om_opt_in.id", "om_opt_in.code_hash", "om_group_member.customer"));
    }

    /** The latest that is kept of a consent. */
    private ConsentState state(PlantedPerson person, ContactChannel channel) {
        return person.membership
                .consents()
                .history(person.created, channel, Page.Request.first(1))
                .items()
                .get(0)
                .state();
    }

    private List<CustomerId> members() {
        CustomerGroup group = CustomerGroup.segment(PlantedPerson.GROUP, "Tea drinkers", GroupAudience.PRIVATE);
        return shop.storage().read(stores -> stores.groups().members(group, Page.Request.first(10))).items().stream()
                .map(GroupMembership::customer)
                .toList();
    }

    @Test
    void whoever_comes_later_with_the_same_address_is_somebody_new_and_sees_nothing_of_the_old_one() {
        PlantedPerson person = PlantedPerson.in(shop);
        erase(person);

        RegistrationResult again = person.membership
                .registration()
                .register(Registrant.builder()
                        .name("New", "Body")
                        .email(PlantedPerson.EMAIL)
                        .acceptTerms("terms-1")
                        .build());
        VerificationResult.Verified verified = (VerificationResult.Verified) person.membership
                .registration()
                .verify(((RegistrationResult.AwaitingVerification) again).registration(), person.mailbox.code());

        assertThat(verified.member()).isNotEqualTo(person.member);
        shop.storage().read(stores -> {
            var member = stores.members().find(verified.member()).orElseThrow();
            assertThat(member.links()).hasSize(1);
            assertThat(member.details().phones()).isEmpty();
            assertThat(stores.accounts().of(verified.member())).isEmpty();
            assertThat(stores.credentials().find(verified.user())).isEmpty();
            return member;
        });
        // who is new is forgotten as well, so that the next test finds nothing either
        shop.time().advance(Duration.ofDays(1));
        var asked = (ErasureRequestResult.Requested) person.membership
                .erasures()
                .request(verified.member(), ReasonCode.of("ASKED"), IdentityProof.SIGNED_IN);
        shop.time().advance(Duration.ofDays(8));
        assertThat(person.membership.erasures().execute(asked.erasure().id())).isInstanceOf(ErasureResult.Erased.class);
    }

    private Erasure erase(PlantedPerson person) {
        var asked = (ErasureRequestResult.Requested)
                person.membership.erasures().request(person.member, ReasonCode.of("ASKED"), IdentityProof.SIGNED_IN);
        shop.time().advance(Duration.ofDays(8));
        ErasureResult result =
                person.membership.erasures().execute(asked.erasure().id());
        return ((ErasureResult.Erased) result).receipt();
    }

    /** Columns of a sort by the register; a country is planted too, but is no text of a person's. */
    private static Set<String> planted(String sort) {
        Set<String> columns = new TreeSet<>();
        Needles.registered().forEach((column, holds) -> {
            if (holds.equals(sort) && !column.endsWith(".country")) {
                columns.add(column);
            }
        });
        return columns;
    }
}
