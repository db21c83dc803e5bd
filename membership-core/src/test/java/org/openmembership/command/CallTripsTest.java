package org.openmembership.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;

/** How often a whole call asks the database, whatever it has seen before. */
final class CallTripsTest {
    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void an_account_that_is_met_for_the_first_time_takes_no_more_round_trips_than_one_that_is_known(
            DatabaseEngine engine) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            JdbcStorage storage = observed(engine);
            AccountId account = account(shop.over(storage, "first-").open(), shop);
            AccountId other = account(shop.over(storage, "second-").open(), shop);
            Membership node = shop.over(storage, "third-").open();
            redeem(node, other, "1");

            int met = count(() -> redeem(node, account, "2"));
            int known = count(() -> redeem(node, account, "3"));

            assertThat(met).isEqualTo(known);
            if (engine == DatabaseEngine.POSTGRESQL) {
                assertThat(known).isEqualTo(2);
            }
        }
    }

    private JdbcStorage observed(DatabaseEngine engine) {
        return JdbcStorage.over(
                ObservedDataSource.of(
                        JdbcStorageFixture.shared(engine).dataSource(), new ObservedDataSource.Observer() {
                            @Override
                            public void before(String sql) throws SQLException {
                                sent.add(sql);
                            }
                        }),
                UUID.randomUUID().toString());
    }

    private int count(Runnable call) {
        sent.clear();
        call.run();
        return sent.size();
    }

    private static AccountId account(Membership node, Shop shop) {
        node.clubs().publish(shop.coffee().build());
        RegistrationResult registered = node.registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email(UUID.randomUUID() + "@example.org")
                        .acceptTerms("terms-1")
                        .build());
        EnrolmentResult enrolled =
                node.enrolment().enrol(((RegistrationResult.Registered) registered).member(), Shop.CLUB);
        AccountId account = ((EnrolmentResult.Enrolled) enrolled).account().id();
        node.adjustment()
                .adjust(AdjustmentRequest.of(account, Points.of(9), "gift", ExternalKey.of("till", account.value())));
        return account;
    }

    private static void redeem(Membership node, AccountId account, String receipt) {
        assertThat(node.redemption().redeem(account, Points.of(1), ExternalKey.of("till", receipt)))
                .isInstanceOf(RedemptionResult.Redeemed.class);
    }
}
