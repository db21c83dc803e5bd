package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** MariaDB, alone or as a Galera cluster. */
final class MariaDbDialect extends Dialect {
    private static final String COLLATION = "utf8mb4_nopad_bin";

    @Override
    boolean sendsTogether() {
        return false;
    }

    @Override
    void begin(Connection connection, Duration patience) throws SQLException {
        long seconds = Math.max(1, patience.toSeconds());
        execute(
                connection,
                "begin not atomic set session innodb_lock_wait_timeout = " + seconds
                        + "; set transaction isolation level read committed; start transaction read write; end");
    }

    @Override
    void beginSnapshot(Connection connection) throws SQLException {
        execute(
                connection,
                "begin not atomic set transaction isolation level repeatable read;"
                        + " start transaction with consistent snapshot, read only; end");
    }

    @Override
    @Nullable
    String unsuitable(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return "autocommit is on";
        }
        if (connection.isReadOnly()) {
            return "it is read-only";
        }
        return connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED
                ? null
                : "its isolation is not READ COMMITTED";
    }

    @Override
    String forUpdate() {
        return " for update";
    }

    @Override
    String inOrder() {
        return "straight_join";
    }

    /** It counts rows that refer to nothing among those of a value, and has no count at all while it counts anew. */
    @Override
    String by(String index) {
        return " force index (" + index + ")";
    }

    @Override
    String in(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> ":" + name + "_" + i).collect(joining(", ", "in (", ")"));
    }

    @Override
    String rows(String name, List<Column> columns, int count) {
        String values = IntStream.range(0, count)
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> value(":" + name + "_" + row + "_" + i, columns.get(i)))
                        .collect(joining(", ", "(", ")")))
                .collect(joining(", "));
        return "(with sent (" + SqlText.names(columns) + ") as (values " + values + ") select * from sent) as " + name;
    }

    /** A text sent along compares under the connection's collation unless told otherwise. */
    private static String value(String parameter, Column column) {
        return column.type() == Column.Type.VARCHAR ? parameter + " collate " + COLLATION : parameter;
    }

    @Override
    boolean bindsArrays(int count) {
        return false;
    }

    @Override
    Failure failure(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1213, 1205, 1020, 1969 -> Failure.RACE_LOST;
            // a row that another refers to, or is to refer to: a unit of work that was kept since has changed that
            case 1451, 1452 -> Failure.RACE_LOST;
            case 1062 -> Failure.DUPLICATE;
            case 1180 -> Failure.UNKNOWN;
            case 1047, 1040, 1053, 1927 -> Failure.CONNECTION_LOST;
            default -> Failure.ofState(error.getSQLState());
        };
    }

    @Override
    Map<String, String> schemaWords() {
        return Map.of(
                "bytes", "",
                "document", "mediumtext",
                "rows", " engine = InnoDB default character set utf8mb4 collate " + COLLATION,
                "hot", " engine = InnoDB default character set utf8mb4 collate " + COLLATION,
                "open", ", is_open",
                "whereOpen", "",
                "whereReturned", "",
                "whereRelated", "");
    }

    @Override
    void lockSchema(Connection connection) throws SQLException {
        execute(connection, "select get_lock('openmembership-schema', 60)");
    }

    @Override
    void unlockSchema(Connection connection) throws SQLException {
        execute(connection, "select release_lock('openmembership-schema')");
    }
}
