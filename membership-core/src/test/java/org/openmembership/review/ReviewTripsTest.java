package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.club.PointKind;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Counted;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** How often a review asks the database, however many accounts a page has. */
@Requirement("R45")
final class ReviewTripsTest {
    private static final ReasonCode GOODWILL = ReasonCode.of("goodwill");

    /**
     * What was sent.
     *
     * @param moved how many accounts the run moved
     */
    private record Trips(int dryRun, int run, long moved) {}

    @ParameterizedTest
    @EnumSource
    void a_page_of_ten_accounts_takes_as_many_statements_as_one_of_two_hundred(DatabaseEngine engine) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Counted few = Counted.on(engine);
            Counted many = Counted.on(engine);
            fill(shop, few, 10);
            fill(shop, many, 200);
            shop.time().advance(Duration.ofDays(1));

            Trips ofFew = review(shop, few);
            Trips ofMany = review(shop, many);

            assertThat(ofFew.moved()).isEqualTo(5);
            assertThat(ofMany.moved()).isEqualTo(100);
            assertThat(ofFew.run()).isGreaterThan(ofFew.dryRun()).isEqualTo(ofMany.run());
            assertThat(ofFew.dryRun()).isPositive().isEqualTo(ofMany.dryRun());
        }
    }

    private static Trips review(Shop shop, Counted counted) {
        Membership node = shop.over(counted.storage(), "review-").open();
        List<String> dry = counted.during(() -> node.review().run(Shop.CLUB, ReviewOptions.DRY_RUN, Progress.NONE));
        long[] moved = new long[1];
        List<String> sent = counted.during(() -> moved[0] =
                node.review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE).moved());
        return new Trips(dry.size(), sent.size(), moved[0]);
    }

    /** Accounts, every other one of which has earned a better scheme. */
    private static void fill(Shop shop, Counted counted, int accounts) {
        Membership node = shop.over(counted.storage(), "id-").open();
        node.clubs().publish(shop.coffee().build());
        for (int number = 0; number < accounts; number++) {
            AccountId account = account(node, number);
            if (number % 2 == 0) {
                ExternalKey key = ExternalKey.of("till-7", "receipt-" + number);
                assertThat(node.adjustment()
                                .adjust(new AdjustmentRequest(account, Points.of(100), PointKind.AWARD, GOODWILL, key)))
                        .isInstanceOf(AdjustmentResult.Adjusted.class);
            }
        }
    }

    private static AccountId account(Membership node, int number) {
        Registrant registrant = Registrant.builder()
                .name("Ada", "Byron")
                .email("ada." + number + "@example.org")
                .acceptTerms("terms-1")
                .build();
        MemberId member = ((RegistrationResult.Registered) node.registration().register(registrant)).member();
        return ((EnrolmentResult.Enrolled) node.enrolment().enrol(member, Shop.CLUB))
                .account()
                .id();
    }
}
