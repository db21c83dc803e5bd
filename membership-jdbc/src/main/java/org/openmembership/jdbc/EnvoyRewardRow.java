package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.RoundingRule;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.ledger.EntryId;
import org.openmembership.shared.ExternalKey;

/** What an envoy has of a sale, as a row of {@code om_envoy_reward}. */
final class EnvoyRewardRow {
    static final int PERCENT_SCALE = 2;

    private static final String OF_SALES = """
            select w.sale_source, w.sale_value, w.account, w.club, w.envoy_account, w.envoy_seq, w.percent, w.rounding_step,
                   w.direction, w.earned, w.given, w.version
              from {rows:sales}
              join om_envoy_reward w
                on w.tenant = :tenant and w.sale_source = sales.source and w.sale_value = sales.value
             order by w.sale_source, w.sale_value, w.account, w.envoy_account, w.envoy_seq""";
    private static final Change CHANGED = Change.of(
            Table.ENVOY_REWARD,
            "earned, given, version",
            "sale_source, sale_value, account, envoy_account, envoy_seq, version");

    private EnvoyRewardRow() {}

    static List<EnvoyReward> of(JdbcUnit unit, Set<ExternalKey> sales) {
        return sales.isEmpty()
                ? List.of()
                : unit.gather().rows("sales", Keys.COLUMNS, Keys.rows(sales)).all(OF_SALES, EnvoyRewardRow::read);
    }

    static void keep(JdbcUnit unit, EnvoyReward reward) {
        if (reward.version() == EnvoyReward.FIRST_VERSION) {
            add(unit, reward);
            return;
        }
        unit.change(
                CHANGED,
                reward.earned(),
                reward.given(),
                reward.version(),
                reward.place().sale().source(),
                reward.place().sale().value(),
                reward.place().account().value(),
                reward.entry().account().value(),
                reward.entry().seq(),
                reward.version() - 1);
    }

    private static void add(JdbcUnit unit, EnvoyReward reward) {
        RoundingRule rounding = reward.promise().rounding();
        unit.add(
                Table.ENVOY_REWARD,
                reward.place().sale().source(),
                reward.place().sale().value(),
                reward.place().account().value(),
                reward.place().club().value(),
                reward.entry().account().value(),
                reward.entry().seq(),
                Values.scaled(reward.promise().percent(), PERCENT_SCALE),
                rounding.precision(),
                rounding.direction(),
                reward.earned(),
                reward.given(),
                reward.version());
    }

    private static EnvoyReward read(ResultSet row) throws SQLException {
        BigDecimal percent = Values.unscaled(row.getLong("percent"), PERCENT_SCALE);
        RoundingRule rounding = new RoundingRule(
                Values.points(row, "rounding_step"), RoundingRule.Direction.valueOf(row.getString("direction")));
        return new EnvoyReward(
                new EnvoyReward.Place(
                        ExternalKey.of(row.getString("sale_source"), row.getString("sale_value")),
                        AccountId.of(row.getString("account")),
                        ClubId.of(row.getString("club"))),
                new EntryId(AccountId.of(row.getString("envoy_account")), row.getLong("envoy_seq")),
                new EnvoyReward.Promise(percent, rounding),
                Values.points(row, "earned"),
                Values.points(row, "given"),
                row.getInt("version"));
    }
}
