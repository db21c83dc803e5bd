package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.member.MemberId;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.registration.PeopleStage;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Needles;
import org.openmembership.testkit.Requirement;

/** What was counted for somebody is found by a hash of who it is: an erasure takes it along. */
@Requirement({"R17", "I19"})
final class ForgottenTriesTest {
    private static final String ADDRESS = "ada@example.org";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_MEMORY")
    void what_was_counted_for_a_customer_and_the_address_is_gone_with_them(Engine engine) {
        try (PeopleStage stage = PeopleStage.of(engine)) {
            Membership office = stage.membership;
            CustomerId customer = stage.customer("1", ADDRESS, "2015-01-01T00:00:00Z");
            assertThat(office.inviting().invite(customer)).isInstanceOf(Invited.class);
            office.consents().subscribe(customer, Set.of(ContactChannel.EMAIL), ConsentGiven.at("WEB", "wording-1"));
            office.passwords().request(ADDRESS);
            office.signIn().signIn(ADDRESS, "a wrong password of nobody");
            assertThat(counted(engine)).hasSize(3);

            Requested asked = (Requested)
                    office.erasures().request(customer, ReasonCode.of("ASKED"), IdentityProof.DOCUMENT_SEEN);
            stage.time.advance(Duration.ofDays(400));
            assertThat(office.erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);

            assertThat(counted(engine)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_MEMORY")
    void what_was_counted_for_a_member_together_with_a_place_is_gone_with_them(Engine engine) {
        try (PeopleStage stage = PeopleStage.of(engine)) {
            stage.userWithPassword(PeopleStage.ada(), "a fine long password");
            MemberId member = stage.member(ADDRESS).id();
            Membership web = stage.web("home");
            assertThat(web.signIn().signIn(ADDRESS, "a fine long password")).isInstanceOf(SignedIn.class);
            web.signIn().signIn(ADDRESS, "a wrong long password");
            web.passwords().request(ADDRESS);
            stage.web("the library").signIn().signIn(ADDRESS, "a wrong long password");
            stage.web("the library").signIn().signIn("nobody@example.org", "a wrong long password");
            stage.membership
                    .as(Actor.member(member.value()))
                    .from(Origin.of("home"))
                    .giftCards()
                    .balance("no code", null);
            assertThat(accounts(engine)).hasSizeGreaterThan(5);

            Requested asked = (Requested)
                    stage.membership.erasures().request(member, ReasonCode.of("ASKED"), IdentityProof.DOCUMENT_SEEN);
            stage.time.advance(Duration.ofDays(400));
            assertThat(stage.membership.erasures().execute(asked.erasure().id()))
                    .isInstanceOf(Erased.class);

            assertThat(accounts(engine))
                    .as("what nobody tried from the library")
                    .hasSize(2);
        }
    }

    private static List<String> accounts(Engine engine) {
        return Needles.ofLatest(engine.database().orElseThrow())
                .values()
                .getOrDefault("om_throttle.account", List.of());
    }

    private static List<String> counted(Engine engine) {
        return Needles.ofLatest(engine.database().orElseThrow()).values().getOrDefault("om_throttle.id", List.of());
    }
}
