package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.storage.StorageException;

/**
 * What differs between databases: how a transaction begins, how sets are sent, what a failure means, and a few types.
 *
 * <p>Unless a database can do better, rows are sent in JDBC batches, one for each table and kind of change.
 */
abstract class Dialect {
    private static final String TRANSACTION_KEPT = "commit";
    private static final String TRANSACTION_UNDONE = "rollback";

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mariadb" -> new MariaDbDialect();
            case "sqlite" -> new SqliteDialect();
            default -> throw new StorageException("no storage on " + product + ": use PostgreSQL, MariaDB or SQLite");
        };
    }

    /** Whether several statements are sent in one string, and answered together. */
    abstract boolean sendsTogether();

    /** How many lots of an account are read at first; few decisions need more, and those ask again. */
    int firstLots() {
        return 20;
    }

    /** Waits for the right to write, where only one unit of work at a time can have it. */
    Turn turn(Duration patience) {
        return Turn.ALWAYS;
    }

    /** Begins our own transaction, unless {@link #beginText} does. */
    abstract void begin(Connection connection, Duration patience) throws SQLException;

    /** What goes before the first statement of our own transaction to begin it; empty if {@link #begin} does. */
    String beginText(Duration patience) {
        return "";
    }

    /** Begins a transaction that sees, from its first question on, one state of the data, and writes nothing. */
    abstract void beginSnapshot(Connection connection) throws SQLException;

    /** Where the statements of one of our connections come from; the first time it is made ready for us. */
    StatementSource statements(Connection connection) throws SQLException {
        return new StatementSource(connection);
    }

    /** Names what makes a transaction of the host's unsuitable, or null if nothing does. */
    abstract @Nullable String unsuitable(Connection connection) throws SQLException;

    /** Locks rows found by a query that ends in an {@code order by}; empty where a transaction locks all. */
    abstract String forUpdate();

    /** How a table is joined that is read for each row of those before it; our questions write a cross join. */
    String inOrder() {
        return "cross join";
    }

    /** Names the index a table is read by where estimates may be far off; empty where they need no help. */
    String by(String index) {
        return "";
    }

    /** A comparison with any of a list of texts, bound one by one as {@code name_0}, {@code name_1} .. or as one array. */
    abstract String in(String name, int count);

    /** A table of given rows called {@code name}, whose values are bound row by row as {@code name_0_0} .. or as arrays. */
    abstract String rows(String name, List<Column> columns, int count);

    /** Whether so many texts or rows are bound as one array for each column, under {@code name_0}, {@code name_1} .. */
    abstract boolean bindsArrays(int count);

    /** What follows from an error, told apart by vendor codes and SQL states. */
    abstract Failure failure(SQLException error);

    /** What the placeholders of the schema scripts stand for. */
    abstract Map<String, String> schemaWords();

    /** Keeps other nodes from changing the schema until {@link #unlockSchema}, where a step's transaction cannot. */
    void lockSchema(Connection connection) throws SQLException {}

    void unlockSchema(Connection connection) throws SQLException {}

    /** Settings kept in the database itself, made before the first step of a schema. */
    void prepareDatabase(Connection connection) throws SQLException {}

    /** What a database has to be told about its tables; called after the last step, and harmless when repeated. */
    void describeTables(Connection connection) throws SQLException {}

    /** Begins one step of the schema, which keeps other nodes from it until its end. */
    void beginStep(Connection connection) throws SQLException {
        execute(connection, "begin");
    }

    /** Sends what waits and, if it is the end of our own transaction, keeps it. */
    void send(JdbcUnit unit, WriteBatch batch, String begin, boolean commit) throws SQLException {
        for (Map.Entry<Removal, List<String>> entry : batch.removals().entrySet()) {
            delete(unit, entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Table, List<@Nullable Object[]>> entry : batch.rows().entrySet()) {
            insert(unit, entry.getKey(), entry.getValue());
        }
        for (Map.Entry<Change, List<@Nullable Object[]>> entry : batch.changes().entrySet()) {
            change(unit, entry.getKey(), entry.getValue());
        }
        if (commit) {
            execute(unit.connection(), TRANSACTION_KEPT);
        }
    }

    void rollback(Connection connection) throws SQLException {
        execute(connection, TRANSACTION_UNDONE);
    }

    private static void delete(JdbcUnit unit, Removal removal, List<String> values) throws SQLException {
        unit.statements().with(SqlText.delete(removal), statement -> {
            for (String value : values) {
                statement.setInt(1, unit.tenant());
                statement.setString(2, value);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    private static void insert(JdbcUnit unit, Table table, List<@Nullable Object[]> rows) throws SQLException {
        unit.statements().with(SqlText.insert(table), statement -> {
            for (@Nullable Object[] row : rows) {
                statement.setInt(1, unit.tenant());
                bind(statement, 2, table.columns(), row, 0);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    private static void change(JdbcUnit unit, Change change, List<@Nullable Object[]> rows) throws SQLException {
        unit.statements().with(SqlText.update(change), statement -> {
            for (@Nullable Object[] row : rows) {
                int next = bind(statement, 1, change.set(), row, 0);
                statement.setInt(next, unit.tenant());
                bind(statement, next + 1, change.where(), row, change.set().size());
                statement.addBatch();
            }
            requireOneRowEach(change, statement.executeBatch());
        });
    }

    private static void requireOneRowEach(Change change, int[] counts) {
        for (int count : counts) {
            if (count == Statement.SUCCESS_NO_INFO) {
                throw new StorageException("the driver does not count changed rows: switch its bulk updates off");
            }
            if (count != 1) {
                throw new LostRaceException("a row of " + change.table().sqlName() + " has changed meanwhile");
            }
        }
    }

    static int bind(PreparedStatement statement, int index, List<Column> columns, @Nullable Object[] row, int from)
            throws SQLException {
        int next = index;
        for (int i = 0; i < columns.size(); i++) {
            Values.bind(statement, next, columns.get(i), row[from + i]);
            next++;
        }
        return next;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
