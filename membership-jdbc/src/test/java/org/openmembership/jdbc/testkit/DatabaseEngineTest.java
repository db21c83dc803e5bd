package org.openmembership.jdbc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseEngineTest {

    @ParameterizedTest
    @EnumSource
    void every_engine_starts_and_answers(DatabaseEngine engine) throws SQLException {
        try (TestDatabase database = engine.fresh();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select 40 + 2")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(42);
            assertThat(connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT))
                    .isEqualTo(engine.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_fresh_database_is_empty(DatabaseEngine engine) throws SQLException {
        try (TestDatabase first = engine.fresh();
                TestDatabase second = engine.fresh()) {
            first.execute("create table thing (id integer)", "insert into thing values (1)");
            second.execute("create table thing (id integer)");
            try (Connection connection = second.connect();
                    Statement statement = connection.createStatement();
                    ResultSet things = statement.executeQuery("select id from thing")) {
                assertThat(things.next()).isFalse();
            }
        }
    }

    @Test
    void full_durability_forces_commits_to_disk() throws SQLException {
        assertThat(setting(DatabaseEngine.POSTGRESQL, Durability.FULL, "show fsync"))
                .isEqualTo("on");
        assertThat(setting(DatabaseEngine.POSTGRESQL, Durability.RELAXED, "show fsync"))
                .isEqualTo("off");
        String flushed = "select @@innodb_flush_log_at_trx_commit";
        assertThat(setting(DatabaseEngine.MARIADB, Durability.FULL, flushed)).isEqualTo("1");
        assertThat(setting(DatabaseEngine.MARIADB, Durability.RELAXED, flushed)).isEqualTo("0");
    }

    private static String setting(DatabaseEngine engine, Durability durability, String question) throws SQLException {
        try (TestDatabase database = engine.fresh(durability);
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
