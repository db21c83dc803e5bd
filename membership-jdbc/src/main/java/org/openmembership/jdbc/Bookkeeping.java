package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The two tables that come before every unit of work: which steps of the schema were done, and which shops there are. */
final class Bookkeeping {
    private static final String STEPS = "select step, checksum from om_schema_step order by step";
    private static final String ADD_STEP = """
            insert into om_schema_step (step, checksum, applied_at, min_reader, min_writer)
            values (:step, :checksum, :at, 1, 1)""";
    private static final String TENANT = "select number from om_tenant where code = :code";
    private static final String ADD_TENANT =
            "insert into om_tenant (number, code) select coalesce(max(number), 0) + 1, :code from om_tenant";

    private Bookkeeping() {}

    /** The checksums of the steps that were done, by name. */
    static Map<String, String> steps(Connection connection) throws SQLException {
        return on(connection, handle -> {
            Map<String, String> found = new LinkedHashMap<>();
            handle.createQuery(STEPS)
                    .map((row, context) -> Map.entry(row.getString("step"), row.getString("checksum")))
                    .forEach(step -> found.put(step.getKey(), step.getValue()));
            return found;
        });
    }

    static void addStep(Connection connection, SchemaStep step, long atMicros) throws SQLException {
        on(
                connection,
                handle -> handle.createUpdate(ADD_STEP)
                        .bind("step", step.name())
                        .bind("checksum", step.checksum())
                        .bind("at", atMicros)
                        .execute());
    }

    static Optional<Integer> tenant(Connection connection, String code) throws SQLException {
        return on(
                connection,
                handle -> handle.createQuery(TENANT)
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .findFirst());
    }

    static void addTenant(Connection connection, String code) throws SQLException {
        on(
                connection,
                handle -> handle.createUpdate(ADD_TENANT).bind("code", code).execute());
    }

    private static <R> R on(Connection connection, Function<Handle, R> work) throws SQLException {
        try (Handle handle = opened(connection)) {
            return work.apply(handle);
        } catch (JdbiException failed) {
            throw causeOf(failed);
        }
    }

    /** On a connection that stays open, and in whose transaction, which may be the host's, JDBI ends nothing. */
    private static Handle opened(Connection connection) {
        Jdbi jdbi = Jdbi.create(new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return connection;
            }

            @Override
            public void closeConnection(Connection same) {}
        });
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.open();
    }

    private static SQLException causeOf(JdbiException failed) {
        for (Throwable next = failed; next != null; next = next.getCause()) {
            if (next instanceof SQLException error) {
                return error;
            }
        }
        return new SQLException(failed);
    }
}
