package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.customer.PhoneType;
import org.openmembership.importing.MemberImport;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.registration.PeopleStage;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.testing.Counted;
import org.openmembership.testkit.Requirement;

/** S9: what a call costs tells who is a member: statements sent, passwords hashed, messages due. */
@Requirement({"S9", "R7"})
class S09WorkProfileTest {
    private static final String PASSWORD = "a fine long password";
    private static final String VERIFIED = "ada@example.org";
    private static final String DISABLED = "eve@example.org";
    private static final String AWAITING = "may@example.org";
    private static final String WITHOUT_PASSWORD = "joan@example.org";
    private static final String IMPORTED = "grace@example.org";
    private static final List<String> KNOWN = List.of(VERIFIED, DISABLED, AWAITING, WITHOUT_PASSWORD, IMPORTED);

    private static final String UNKNOWN = "nobody@example.org";

    /**
     * @param statements sent to the database, a batch and a commit counting as one each
     * @param hashes made or compared
     */
    private record Profile(int statements, int hashes) {}

    private Counted counted;
    private PeopleStage stage;

    @ParameterizedTest
    @EnumSource
    void registering_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike((web, email) ->
                web.registration().register(PeopleStage.ada().email(email).build()));
    }

    @ParameterizedTest
    @EnumSource
    void registering_with_phone_and_address_costs_the_same_whoever_has_the_email(DatabaseEngine engine) {
        open(engine);
        assertAlike((web, email) -> web.registration()
                .register(PeopleStage.ada()
                        .email(email)
                        .phones(RequestedPhone.of("+44 20 7946 0018", PhoneType.MOBILE))
                        .addresses(RequestedAddress.in("GB")
                                .lines("1 High Street", null)
                                .town("London")
                                .build())
                        .build()));
    }

    @ParameterizedTest
    @EnumSource
    void signing_in_with_a_wrong_password_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike((web, email) -> web.signIn().signIn(email, "a wrong long password"));
    }

    @ParameterizedTest
    @EnumSource
    void having_forgotten_the_password_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike((web, email) -> web.passwords().request(email));
    }

    private interface Call {
        void by(Membership web, String email);
    }

    private void open(DatabaseEngine engine) {
        counted = Counted.on(engine);
        stage = PeopleStage.over(counted);
        stage.userWithPassword(PeopleStage.ada().email(VERIFIED), PASSWORD);
        stage.membership
                .users()
                .disable(stage.userWithPassword(PeopleStage.ada().email(DISABLED), PASSWORD));
        stage.registerAndVerify(PeopleStage.ada().email(WITHOUT_PASSWORD));
        stage.register(PeopleStage.ada().email(AWAITING));
        stage.membership
                .importing()
                .member(MemberImport.of("pos", "m-1")
                        .name("Grace", "Hopper")
                        .email(IMPORTED)
                        .build());
    }

    /** From a place nobody has called from, and once more from there. */
    private void assertAlike(Call call) {
        List<Profile> unknown = profiles(call, UNKNOWN);
        assertThat(unknown)
                .allSatisfy(profile -> assertThat(profile.statements()).isPositive());
        assertThat(KNOWN).allSatisfy(email -> assertThat(profiles(call, email)).isEqualTo(unknown));
    }

    private List<Profile> profiles(Call call, String email) {
        Membership web = stage.web("stranger of " + email);
        return List.of(profile(call, web, email), profile(call, web, email));
    }

    private Profile profile(Call call, Membership web, String email) {
        int hashes = stage.hasher.work();
        List<String> sent = counted.during(() -> call.by(web, email));
        return new Profile(sent.size(), stage.hasher.work() - hashes);
    }
}
