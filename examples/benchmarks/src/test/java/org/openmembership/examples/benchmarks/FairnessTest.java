package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.registration.Registrant;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** A baseline that wrote less than the library must would be no measure. */
final class FairnessTest {
    private static final List<String> TABLES = List.of(
            "om_command",
            "om_purchase",
            "om_purchase_line",
            "om_entry",
            "om_lot",
            "om_allocation",
            "om_earned_line",
            "om_customer",
            "om_app_user",
            "om_member",
            "om_member_customer",
            "om_outbox",
            "om_audit_record");

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void both_sides_write_the_same_rows(String storage) throws Exception {
        HikariConfig config = new HikariConfig();
        try (Server server = Server.of(storage)) {
            config.setJdbcUrl(server.url());
            try (HikariDataSource dataSource = new HikariDataSource(config)) {
                Baseline baseline =
                        storage.equals("sqlite") ? new SqliteBaseline(dataSource) : new PostgreSqlBaseline(dataSource);
                Ground ground = Ground.on(dataSource);
                compare(dataSource, ground, baseline);
            }
        }
    }

    private static void compare(HikariDataSource dataSource, Ground ground, Baseline baseline) throws Exception {
        ground.accounts("o-", 1);
        ground.accounts("t-", 1);
        ground.history("o-", 1, 5, 5, 100);
        ground.history("t-", 1, 5, 5, 100);
        ground.customers("co-", 3);
        ground.customers("ct-", 3);
        Membership membership = ground.membership();
        Registrant registrant = Registrant.builder()
                .name("Ada", "Byron")
                .email(Ground.mail("co-", 0))
                .acceptTerms("terms")
                .build();

        Map<String, Long> sold = written(dataSource, () -> membership.sales().record(Cases.purchase("o1", "o-0")));
        Map<String, Long> soldByHand = written(dataSource, () -> baseline.sell(Cases.sale("t1", "t-0")));
        assertThat(sold).isEqualTo(soldByHand).containsEntry("om_purchase_line", 20L);

        ExternalKey key = ExternalKey.of("bench", "o2");
        Map<String, Long> redeemed =
                written(dataSource, () -> membership.redemption().redeem(AccountId.of("o-0"), Points.of(2), key));
        assertThat(redeemed)
                .isEqualTo(written(dataSource, () -> baseline.redeem("t2", "t-0", 200)))
                .containsEntry("om_allocation", 2L);

        Map<String, Long> registered =
                written(dataSource, () -> membership.registration().register(registrant));
        assertThat(registered)
                .isEqualTo(written(dataSource, () -> baseline.register("bm", "bu", Ground.mail("ct-", 0))))
                .containsEntry("om_member_customer", 3L);
    }

    private static Map<String, Long> written(HikariDataSource dataSource, Contest.Work work) throws Exception {
        Map<String, Long> before = rows(dataSource);
        work.run();
        Map<String, Long> after = rows(dataSource);
        after.replaceAll((table, count) -> count - before.getOrDefault(table, 0L));
        return after;
    }

    private static Map<String, Long> rows(HikariDataSource dataSource) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
    }
}
