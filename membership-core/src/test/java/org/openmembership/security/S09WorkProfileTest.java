package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.registration.PeopleStage;
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
    private static final List<String> KNOWN = List.of(VERIFIED, DISABLED, AWAITING, WITHOUT_PASSWORD);

    private static final String UNKNOWN = "nobody@example.org";

    /**
     * @param statements sent to the database, a batch and a commit counting as one each
     * @param hashes made or compared
     */
    private record Profile(int statements, int hashes) {}

    private Counted counted;
    private PeopleStage stage;

    /** Not so where somebody registered and never proved it: he is superseded, which shows that nobody is a member there. */
    @ParameterizedTest
    @EnumSource
    void registering_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike(
                List.of(VERIFIED, DISABLED, WITHOUT_PASSWORD),
                email -> "other." + email,
                (web, email) -> web.registration()
                        .register(PeopleStage.ada().email(email).build()));
    }

    @ParameterizedTest
    @EnumSource
    void signing_in_with_a_wrong_password_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike(
                KNOWN, UnaryOperator.identity(), (web, email) -> web.signIn().signIn(email, "a wrong long password"));
    }

    @ParameterizedTest
    @EnumSource
    void having_forgotten_the_password_costs_the_same_whoever_has_the_address(DatabaseEngine engine) {
        open(engine);
        assertAlike(
                KNOWN, UnaryOperator.identity(), (web, email) -> web.passwords().request(email));
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
    }

    /** Everybody is tried once before, so that nothing is counted for the first time. */
    private void assertAlike(List<String> known, UnaryOperator<String> before, Call call) {
        Profile unknown = profile(before, call, UNKNOWN);
        assertThat(unknown.statements()).isPositive();
        assertThat(known)
                .allSatisfy(email -> assertThat(profile(before, call, email)).isEqualTo(unknown));
    }

    private Profile profile(UnaryOperator<String> before, Call call, String email) {
        Membership web = stage.web("stranger of " + email);
        call.by(web, before.apply(email));
        int hashes = stage.hasher.work();
        List<String> sent = counted.during(() -> call.by(web, email));
        return new Profile(sent.size(), stage.hasher.work() - hashes);
    }
}
