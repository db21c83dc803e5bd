package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.importing.MemberImport;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.registration.RegistrationPolicy.Verification;
import org.openmembership.registration.RegistrationResult.EmailTaken;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** One address that several register at the same moment. */
class RegistrationRaceTest extends PeopleTest {
    private static final int ROUNDS = 6;

    @Test
    @Requirement({"I12", "A13"})
    void eight_registrations_of_one_address_at_once_make_one_user_and_one_member() throws Exception {
        Together.atOnce(8, () -> stage.register(PeopleStage.ada()));
        Member member = stage.member("ada@example.org");
        assertThat(member.version()).isEqualTo(8);
        int members = stage.read(stores -> stores.members()
                .standingsWithEmail(EmailAddress.of("ada@example.org").key())
                .size());
        assertThat(members).isEqualTo(1);
    }

    @Test
    @Requirement({"A5", "I12", "R10"})
    void whoever_comes_first_takes_an_imported_member_over_and_the_others_find_the_address_taken() {
        try (PeopleStage unverified = PeopleStage.of(engine, usual -> usual.with(Verification.LINK_UNVERIFIED))) {
            for (int round = 0; round < ROUNDS; round++) {
                String email = "ada" + round + "@example.org";
                MemberId imported = imported(unverified, email);

                List<RegistrationResult> results = Together.atOnce(
                        4,
                        () -> unverified
                                .kiosk()
                                .register(PeopleStage.ada().email(email).build()));

                assertThat(results)
                        .filteredOn(Registered.class::isInstance)
                        .hasSize(1)
                        .allSatisfy(
                                one -> assertThat(((Registered) one).member()).isEqualTo(imported));
                assertThat(results).filteredOn(EmailTaken.class::isInstance).hasSize(3);
            }
        }
    }

    private static MemberId imported(PeopleStage stage, String email) {
        return stage.membership
                .importing()
                .member(MemberImport.of("old", email)
                        .name("A.", "B.")
                        .email(email)
                        .build())
                .member();
    }
}
