package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.importing.CustomerImport;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.registration.RegistrationPolicy.Verification;
import org.openmembership.testing.Counted;
import org.openmembership.testkit.Requirement;

/** How often the database is asked while somebody becomes a member. */
@Requirement("A17")
class RegistrationTripsTest {
    @ParameterizedTest
    @EnumSource
    void however_many_customers_are_linked_the_statements_are_as_many(DatabaseEngine engine) {
        Counted counted = Counted.on(engine);
        Membership membership = Membership.on(counted.storage())
                .registration(RegistrationPolicy.DEFAULT.with(Verification.LINK_UNVERIFIED))
                .open();

        List<String> one = registering(membership, counted, "ada@example.org", 1);
        List<String> seven = registering(membership, counted, "grace@example.org", 7);

        assertThat(seven).hasSameSizeAs(one);
    }

    private static List<String> registering(Membership membership, Counted counted, String email, int customers) {
        IntStream.range(0, customers)
                .forEach(number -> membership
                        .importing()
                        .customer(CustomerImport.of("pos", email + number)
                                .name("Ada", "Byron")
                                .email(email)
                                .build()));
        Registrant registrant = PeopleStage.ada().email(email).build();
        return counted.during(() -> assertThat(membership.registration().register(registrant))
                .isInstanceOf(RegistrationResult.Registered.class));
    }
}
