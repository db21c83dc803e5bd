package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that wait for the next unit of work are as good as new ones. */
final class KeptStatementsTest {
    private static final String INSERT = "insert into thing (name) values (?)";
    private static final String COUNT = "select count(*) from thing";

    private final SqliteDialect dialect = new SqliteDialect();
    private Connection connection;
    private StatementSource statements;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Dialect.execute(connection, "create table thing (name text not null unique)");
        statements = dialect.statements(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_text_is_prepared_once_for_a_connection() throws SQLException {
        PreparedStatement first = used(COUNT);

        assertThat(used(COUNT)).isSameAs(first);
        assertThat(dialect.statements(connection)).isSameAs(statements);
    }

    @Test
    void two_uses_at_once_are_two_statements() throws SQLException {
        statements.with(COUNT, outer -> assertThat(used(COUNT)).isNotSameAs(outer));
    }

    @Test
    void what_was_bound_for_one_use_is_not_there_for_the_next() throws SQLException {
        statements.with(INSERT, statement -> {
            statement.setString(1, "ada");
            statement.addBatch();
            statement.executeBatch();
            statement.setString(1, "never sent");
            statement.addBatch();
        });

        statements.with(
                INSERT, statement -> assertThat(statement.executeBatch()).isEmpty());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_statement_that_failed_can_be_used_again() throws SQLException {
        insert("ada");
        assertThatThrownBy(() -> insert("ada")).isInstanceOf(SQLException.class);

        insert("grace");

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_table_may_change_between_two_uses() throws SQLException {
        insert("ada");
        Dialect.execute(connection, "alter table thing add column colour text");
        Dialect.execute(connection, "create index thing_colour on thing (colour)");

        insert("grace");

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void those_used_least_recently_are_closed() throws SQLException {
        PreparedStatement first = used("select 0");
        List<PreparedStatement> later = new ArrayList<>();
        for (int i = 1; i <= 128; i++) {
            later.add(used("select " + i));
        }

        assertThat(first.isClosed()).isTrue();
        assertThat(later).noneMatch(KeptStatementsTest::isClosed);
    }

    @Test
    void a_connection_keeps_the_settings_that_a_ledger_needs() throws SQLException {
        assertThat(number("pragma foreign_keys")).isEqualTo(1);
        assertThat(number("pragma synchronous")).isEqualTo(2);
    }

    private PreparedStatement used(String sql) throws SQLException {
        PreparedStatement statement = statements.take(sql);
        statements.giveBack(sql, statement);
        return statement;
    }

    private void insert(String name) throws SQLException {
        statements.with(INSERT, statement -> {
            statement.setString(1, name);
            statement.addBatch();
            statement.executeBatch();
        });
    }

    private int count() throws SQLException {
        return number(COUNT);
    }

    private int number(String sql) throws SQLException {
        int[] found = new int[1];
        statements.with(sql, statement -> {
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                found[0] = row.getInt(1);
            }
        });
        return found[0];
    }

    private static boolean isClosed(PreparedStatement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
