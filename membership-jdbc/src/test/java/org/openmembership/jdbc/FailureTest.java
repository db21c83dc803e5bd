package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the errors of the databases. */
final class FailureTest {
    private static final Dialect POSTGRESQL = new PostgreSqlDialect();
    private static final Dialect MARIADB = new MariaDbDialect();
    private static final Dialect SQLITE = new SqliteDialect();

    @ParameterizedTest
    @CsvSource({
        "40001, RACE_LOST",
        "40P01, RACE_LOST",
        "55P03, RACE_LOST",
        "57014, RACE_LOST",
        "22012, RACE_LOST",
        "23505, DUPLICATE",
        "40003, UNKNOWN",
        "08006, CONNECTION_LOST",
        "57P01, CONNECTION_LOST",
        "53300, CONNECTION_LOST",
        "23503, RACE_LOST",
        "23514, REFUSED",
        "42601, REFUSED",
        "25P02, REFUSED",
        "XX000, UNRECOGNISED"
    })
    void postgresql_says_it_by_states(String state, Failure expected) {
        assertThat(Failure.of(new SQLException("any", state), POSTGRESQL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "40001, 1213, RACE_LOST",
        "HY000, 1205, RACE_LOST",
        "HY000, 1020, RACE_LOST",
        "70100, 1969, RACE_LOST",
        "23000, 1062, DUPLICATE",
        "HY000, 1180, UNKNOWN",
        "08S01, 1047, CONNECTION_LOST",
        "08000, 0, CONNECTION_LOST",
        "23000, 1451, RACE_LOST",
        "23000, 1452, RACE_LOST",
        "23000, 4025, REFUSED",
        "HY000, 1, UNRECOGNISED"
    })
    void mariadb_says_it_by_codes(String state, int code, Failure expected) {
        assertThat(Failure.of(new SQLException("any", state, code), MARIADB)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5, [SQLITE_BUSY] The database file is locked, RACE_LOST",
        "517, [SQLITE_BUSY_SNAPSHOT] Another database connection has already written, RACE_LOST",
        "6, [SQLITE_LOCKED] A table in the database is locked, RACE_LOST",
        "19, [SQLITE_CONSTRAINT_PRIMARYKEY] A PRIMARY KEY constraint failed, DUPLICATE",
        "19, [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed, DUPLICATE",
        "19, [SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed, REFUSED",
        "19, [SQLITE_CONSTRAINT_CHECK] A CHECK constraint failed, REFUSED",
        "13, [SQLITE_FULL] Insertion failed because database is full, UNRECOGNISED"
    })
    void sqlite_says_it_by_codes_and_the_beginning_of_a_message(int code, String message, Failure expected) {
        assertThat(Failure.of(new SQLException(message, null, code), SQLITE)).isEqualTo(expected);
    }

    @Test
    void what_a_batch_says_is_looked_for_behind_it() {
        SQLException batch = new BatchUpdateException("batch entry 3", null, 0, new int[] {1, 1});
        batch.setNextException(new SQLException("deadlock", "40P01"));

        assertThat(Failure.of(batch, POSTGRESQL)).isEqualTo(Failure.RACE_LOST);
    }

    @Test
    void the_gravest_of_a_chain_counts() {
        SQLException cause = new SQLException("the connection is gone", "08006");
        SQLException error = new SQLException("duplicate", "23505", cause);

        assertThat(Failure.of(error, POSTGRESQL)).isEqualTo(Failure.CONNECTION_LOST);
    }

    @Test
    void a_chain_that_bites_its_tail_ends() {
        SQLException first = new SQLException("first", "XX000");
        SQLException second = new SQLException("second", "XX000", first);
        first.setNextException(second);

        assertThat(Failure.of(first, POSTGRESQL)).isEqualTo(Failure.UNRECOGNISED);
    }
}
