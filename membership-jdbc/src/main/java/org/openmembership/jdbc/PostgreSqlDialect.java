package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: everything that is known at one time goes in one string and one round trip, the transaction's begin with the
 * first question and its commit with the writes.
 *
 * <p>A commit can only go along because a change that misses a row fails by itself: it divides by the number of rows it
 * found.
 */
final class PostgreSqlDialect extends Dialect {
    private static final String GUARD_FAILED = "22012";
    private static final int SCHEMA_LOCK = 0x6f6d; // any number that other users of advisory locks are unlikely to take

    @Override
    boolean sendsTogether() {
        return true;
    }

    @Override
    void begin(Connection connection, Duration patience) {}

    @Override
    void beginSnapshot(Connection connection) throws SQLException {
        execute(connection, "begin isolation level repeatable read read only");
    }

    @Override
    String beginText(Duration patience) {
        return "begin isolation level read committed read write;\nset local lock_timeout = " + patience.toMillis()
                + ";\n";
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

    /** One by one where there is only one: for an array, or rows of arrays, each question would be planned anew. */
    @Override
    boolean bindsArrays(int count) {
        return count > 1;
    }

    @Override
    String in(String name, int count) {
        return bindsArrays(count) ? "= any (:" + name + "_0)" : "= :" + name + "_0";
    }

    @Override
    String rows(String name, List<Column> columns, int count) {
        if (!bindsArrays(count)) {
            String values = IntStream.range(0, columns.size())
                    .mapToObj(i -> ":" + name + "_0_" + i + "::" + ColumnArray.typeName(columns.get(i)))
                    .collect(joining(", "));
            return "(values (" + values + ")) as " + name + " (" + SqlText.names(columns) + ")";
        }
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(i -> ":" + name + "_" + i)
                .collect(joining(", "));
        return "unnest(" + arrays + ") as " + name + " (" + SqlText.names(columns) + ")";
    }

    @Override
    Failure failure(SQLException error) {
        return GUARD_FAILED.equals(error.getSQLState()) ? Failure.RACE_LOST : Failure.ofState(error.getSQLState());
    }

    @Override
    Map<String, String> schemaWords() {
        return Map.of(
                "bytes", " collate \"C\"",
                "rows", "",
                "document", "text",
                "hot", " with (fillfactor = 75)",
                "open", "",
                "whereOpen", " where is_open = 1",
                "whereReturned", " where original_line is not null",
                "whereRelated", " where related_account is not null");
    }

    @Override
    void beginStep(Connection connection) throws SQLException {
        execute(connection, "begin");
        execute(connection, "select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    @Override
    void send(JdbcUnit unit, WriteBatch batch, String begin, boolean commit) throws SQLException {
        StringBuilder text = new StringBuilder(begin);
        batch.removals()
                .forEach((removal, values) -> text.append((SqlText.delete(removal) + ";\n").repeat(values.size())));
        batch.rows()
                .forEach(
                        (table, rows) -> text.append(insert(table, rows.size())).append(";\n"));
        batch.changes()
                .forEach((change, rows) ->
                        text.append(update(change, rows.size())).append(";\n"));
        text.append(commit ? "commit" : "");
        unit.statements().with(text.toString(), statement -> {
            bind(statement, unit.tenant(), batch);
            statement.execute();
        });
    }

    private static String insert(Table table, int rows) {
        return rows == 1
                ? SqlText.insert(table)
                : SqlText.into(table) + " select ?, sent.* from unnest(" + arrays(table.columns()) + ") as sent";
    }

    private static String update(Change change, int rows) {
        if (rows == 1) {
            return "with changed as (" + SqlText.update(change) + " returning 1) select 1 / count(*) from changed";
        }
        String set = IntStream.range(0, change.set().size())
                .mapToObj(i -> change.set().get(i).name() + " = sent.s" + i)
                .collect(joining(", "));
        String where = IntStream.range(0, change.where().size())
                .mapToObj(i -> " and kept." + change.where().get(i).name() + " = sent.w" + i)
                .collect(joining());
        return "with changed as (update " + change.table().sqlName() + " kept set " + set + " from unnest("
                + arrays(change.columns()) + ") as sent (" + aliases(change) + ") where kept.tenant = ?" + where
                + " returning 1) select 1 / (case when count(*) = ? then 1 else 0 end) from changed";
    }

    private static String aliases(Change change) {
        return IntStream.range(0, change.set().size()).mapToObj(i -> "s" + i).collect(joining(", "))
                + IntStream.range(0, change.where().size())
                        .mapToObj(i -> ", w" + i)
                        .collect(joining());
    }

    private static String arrays(List<Column> columns) {
        return columns.stream()
                .map(column -> "?::" + ColumnArray.typeName(column) + "[]")
                .collect(joining(", "));
    }

    private static void bind(PreparedStatement statement, int tenant, WriteBatch batch) throws SQLException {
        int next = bindRemovals(statement, tenant, batch);
        for (Map.Entry<Table, List<@Nullable Object[]>> entry : batch.rows().entrySet()) {
            List<Column> columns = entry.getKey().columns();
            statement.setInt(next, tenant);
            next = entry.getValue().size() == 1
                    ? bind(statement, next + 1, columns, entry.getValue().get(0), 0)
                    : bindArrays(statement, next + 1, columns, entry.getValue());
        }
        for (Map.Entry<Change, List<@Nullable Object[]>> entry : batch.changes().entrySet()) {
            next = bindChange(statement, next, tenant, entry.getKey(), entry.getValue());
        }
    }

    private static int bindRemovals(PreparedStatement statement, int tenant, WriteBatch batch) throws SQLException {
        int next = 1;
        for (List<String> values : batch.removals().values()) {
            for (String value : values) {
                statement.setInt(next, tenant);
                statement.setString(next + 1, value);
                next += 2;
            }
        }
        return next;
    }

    private static int bindChange(
            PreparedStatement statement, int index, int tenant, Change change, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.size() == 1) {
            int next = bind(statement, index, change.set(), rows.get(0), 0);
            statement.setInt(next, tenant);
            return bind(
                    statement,
                    next + 1,
                    change.where(),
                    rows.get(0),
                    change.set().size());
        }
        int next = bindArrays(statement, index, change.columns(), rows);
        statement.setInt(next, tenant);
        statement.setInt(next + 1, rows.size());
        return next + 2;
    }

    private static int bindArrays(
            PreparedStatement statement, int index, List<Column> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            @Nullable Object[] values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[i];
            }
            new ColumnArray(columns.get(i), values).bind(statement, index + i);
        }
        return index + columns.size();
    }
}
