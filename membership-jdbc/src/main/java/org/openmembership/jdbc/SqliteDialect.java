package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openmembership.storage.BusyException;

/**
 * SQLite: one writer at a time, which {@code begin immediate} makes certain from the start; a transaction of JDBC's would
 * begin as a reader and fail when it turns into a writer.
 */
final class SqliteDialect extends Dialect {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CONSTRAINT = 19;
    private static final Duration SCHEMA_PATIENCE = Duration.ofSeconds(60);

    /**
     * That all keys begin with the same tenant and differ after that: without it SQLite takes the tenant for a good choice
     * and reads all rows. What a host's own {@code analyze} found out stays.
     */
    private static final String DESCRIBE_INDEXES = """
            insert into sqlite_stat1 (tbl, idx, stat)
            select t.name, case when i.origin = 'pk' then t.name else i.name end,
                   '1000000 1000000' || (
                     select coalesce(group_concat(case when k.seqno = 0 then ''
                                                       when i."unique" = 1 and k.seqno = (
                                                         select max(l.seqno) from pragma_index_info(i.name) l) then ' 1'
                                                       else ' 10' end, ''), '')
                       from pragma_index_info(i.name) k)
              from sqlite_schema t join pragma_index_list(t.name) i
             where t.type = 'table' and substr(t.name, 1, 3) = 'om_'
               and not exists (select 1 from sqlite_stat1 s
                                where s.tbl = t.name
                                  and s.idx = case when i.origin = 'pk' then t.name else i.name end)""";

    private final ReentrantLock writer = new ReentrantLock(true);
    private final IdentityHashMap<Connection, KeptStatements> kept = new IdentityHashMap<>();

    @Override
    boolean sendsTogether() {
        return false;
    }

    /** Asking again is no way to go. */
    @Override
    int firstLots() {
        return 10;
    }

    /**
     * Threads of one process queue here, in order: SQLite itself lets them ask again and again at growing intervals, and
     * some are never lucky.
     */
    @Override
    Turn turn(Duration patience) {
        try {
            if (writer.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return writer::unlock;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusyException("Interrupted while waiting to write: nothing was kept", interrupted);
        }
        throw new BusyException("Others wrote for " + patience.toMillis() + " ms: nothing was kept");
    }

    @Override
    void begin(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // only an update takes several statements
            statement.executeUpdate("pragma busy_timeout = " + patience.toMillis() + "; begin immediate");
        }
    }

    @Override
    void beginSnapshot(Connection connection) throws SQLException {
        execute(connection, "begin deferred");
    }

    @Override
    StatementSource statements(Connection connection) throws SQLException {
        Connection physical = physical(connection);
        synchronized (kept) {
            KeptStatements found = kept.get(physical);
            if (found == null) {
                kept.keySet().removeIf(SqliteDialect::isClosed);
                // once, since they make all kept statements be prepared again
                execute(physical, "pragma foreign_keys = on");
                execute(physical, "pragma synchronous = full");
                found = new KeptStatements(physical);
                kept.put(physical, found);
            }
            return found;
        }
    }

    /** What a pool hands out anew each time is the same connection underneath. */
    private static Connection physical(Connection connection) {
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException notWrapped) {
            return connection;
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    @Override
    @Nullable
    String unsuitable(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            return "it is read-only";
        }
        try (Statement statement = connection.createStatement();
                ResultSet keys = statement.executeQuery("pragma foreign_keys")) {
            return keys.next() && keys.getInt(1) == 1 ? null : "pragma foreign_keys is off";
        }
    }

    @Override
    String forUpdate() {
        return "";
    }

    @Override
    String in(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> ":" + name + "_" + i).collect(joining(", ", "in (", ")"));
    }

    @Override
    String rows(String name, List<Column> columns, int count) {
        String values = IntStream.range(0, count)
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> ":" + name + "_" + row + "_" + i)
                        .collect(joining(", ", "(", ")")))
                .collect(joining(", "));
        String names = IntStream.range(0, columns.size())
                .mapToObj(i -> "column" + (i + 1) + " as " + columns.get(i).name())
                .collect(joining(", "));
        return "(select " + names + " from (values " + values + ")) as " + name;
    }

    @Override
    boolean bindsArrays(int count) {
        return false;
    }

    @Override
    Failure failure(SQLException error) {
        int code = error.getErrorCode() & 0xff;
        if (code == BUSY || code == LOCKED) {
            return Failure.RACE_LOST;
        }
        if (code == CONSTRAINT) {
            return isDuplicate(String.valueOf(error.getMessage())) ? Failure.DUPLICATE : Failure.REFUSED;
        }
        return Failure.UNRECOGNISED;
    }

    /** The driver keeps the extended code to itself but begins its messages with the name of it. */
    private static boolean isDuplicate(String message) {
        return message.startsWith("[SQLITE_CONSTRAINT_PRIMARYKEY]")
                || message.startsWith("[SQLITE_CONSTRAINT_UNIQUE]")
                || message.startsWith("[SQLITE_CONSTRAINT_ROWID]");
    }

    @Override
    Map<String, String> schemaWords() {
        return Map.of(
                "bytes", "",
                "document", "text",
                "rows", " without rowid",
                "hot", " without rowid",
                "open", "",
                "whereOpen", " where is_open = 1",
                "whereReturned", " where original_line is not null",
                "whereRelated", " where related_account is not null");
    }

    /** Readers do not stop writers, nor writers readers; the database file remembers it. */
    @Override
    void prepareDatabase(Connection connection) throws SQLException {
        execute(connection, "pragma busy_timeout = " + SCHEMA_PATIENCE.toMillis());
        execute(connection, "pragma journal_mode = wal");
    }

    @Override
    void describeTables(Connection connection) throws SQLException {
        // of the schema's own table: makes the table of statistics, and later reads what is in it
        execute(connection, "analyze sqlite_schema");
        execute(connection, DESCRIBE_INDEXES);
        execute(connection, "analyze sqlite_schema");
    }

    @Override
    void beginStep(Connection connection) throws SQLException {
        execute(connection, "begin immediate");
    }
}
