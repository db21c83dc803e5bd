package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.openmembership.storage.StorageException;

/**
 * The tables, made and brought up to date by numbered steps that are only ever added to.
 *
 * <p>{@link #apply} does what is missing and may be called at every start, by several nodes at once and again after a crash;
 * each finished step is remembered in {@code om_schema_step}. A database administrator who wants to do it gets the same
 * steps from {@link #export}. A schema with steps that this version does not know is refused: it belongs to a newer one.
 */
public final class JdbcSchema {
    private static final String STEPS_TABLE = "000";

    private final DataSource dataSource;
    private final InstantSource clock;

    private JdbcSchema(DataSource dataSource, InstantSource clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public static JdbcSchema of(DataSource dataSource) {
        return new JdbcSchema(dataSource, InstantSource.system());
    }

    /**
     * Does the steps that are missing.
     *
     * @return how many there were
     * @throws StorageException if the schema is of a newer version, a step has been edited since, or the database refuses
     */
    public int apply() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            Dialect dialect = Dialect.of(connection);
            dialect.prepareDatabase(connection);
            dialect.lockSchema(connection);
            try {
                return applyMissing(connection, dialect);
            } finally {
                unlock(connection, dialect);
            }
        } catch (SQLException failed) {
            throw new StorageException("The schema cannot be applied", failed);
        }
    }

    /** All steps as one script for this kind of database, its rows in {@code om_schema_step} included. */
    public String export() {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            long now = Values.micros(now());
            return SchemaStep.all().stream()
                    .map(step -> step.sql(dialect) + ";\n" + recording(step, now))
                    .collect(joining("\n"));
        } catch (SQLException failed) {
            throw new StorageException("The database cannot be asked what it is", failed);
        }
    }

    /** Refuses a database without our tables, with fewer than we need, or with more than we know. */
    static void requireUsable(Connection connection) {
        Map<String, String> applied;
        try {
            applied = Bookkeeping.steps(connection);
        } catch (SQLException missing) {
            throw new StorageException(
                    "There are no tables yet: JdbcSchema.of(dataSource).apply() makes them", missing);
        }
        requireKnown(applied);
        Set<String> missing = new TreeSet<>(SchemaStep.byName().keySet());
        missing.removeAll(applied.keySet());
        if (!missing.isEmpty()) {
            throw new StorageException(
                    "The schema is of an older version: JdbcSchema.of(dataSource).apply() adds " + missing);
        }
    }

    /** A connection that cannot let go of its lock must not go back to a pool. */
    private static void unlock(Connection connection, Dialect dialect) throws SQLException {
        try {
            dialect.unlockSchema(connection);
        } catch (SQLException failed) {
            connection.abort(Runnable::run);
            throw failed;
        }
    }

    private int applyMissing(Connection connection, Dialect dialect) throws SQLException {
        inTransaction(connection, dialect, () -> {
            Dialect.execute(connection, SchemaStep.named(STEPS_TABLE).sql(dialect));
            return true;
        });
        Map<String, String> applied = Bookkeeping.steps(connection);
        requireKnown(applied);
        int done = 0;
        for (SchemaStep step : SchemaStep.all()) {
            if (!applied.containsKey(step.name()) && apply(connection, dialect, step)) {
                done++;
            }
        }
        inTransaction(connection, dialect, () -> {
            dialect.describeTables(connection);
            return true;
        });
        return done;
    }

    /** One step and its row in one transaction, where the database has that for tables; elsewhere a step can be repeated. */
    private boolean apply(Connection connection, Dialect dialect, SchemaStep step) throws SQLException {
        return inTransaction(connection, dialect, () -> {
            if (Bookkeeping.steps(connection).containsKey(step.name())) {
                return false;
            }
            Dialect.execute(connection, step.sql(dialect));
            Bookkeeping.addStep(connection, step, Values.micros(now()));
            return true;
        });
    }

    private static boolean inTransaction(Connection connection, Dialect dialect, Work work) throws SQLException {
        boolean kept = false;
        dialect.beginStep(connection);
        try {
            boolean done = work.run();
            Dialect.execute(connection, "commit");
            kept = true;
            return done;
        } finally {
            if (!kept) {
                undo(connection);
            }
        }
    }

    /** The error that led here is worth more than one from undoing; the connection is not used again. */
    private static void undo(Connection connection) throws SQLException {
        try {
            Dialect.execute(connection, "rollback");
        } catch (SQLException broken) {
            connection.abort(Runnable::run);
        }
    }

    @FunctionalInterface
    private interface Work {
        boolean run() throws SQLException;
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static String recording(SchemaStep step, long now) {
        return "insert into om_schema_step (step, checksum, applied_at, min_reader, min_writer) values ('" + step.name()
                + "', '" + step.checksum() + "', " + now + ", 1, 1);\n";
    }

    private static void requireKnown(Map<String, String> applied) {
        Map<String, SchemaStep> known = SchemaStep.byName();
        List<String> unknown = applied.keySet().stream()
                .filter(step -> !known.containsKey(step))
                .toList();
        if (!unknown.isEmpty()) {
            throw new StorageException("The schema is of a newer version: this one does not know the steps " + unknown);
        }
        applied.forEach((name, checksum) -> {
            SchemaStep step = known.get(name);
            if (step != null && !step.checksum().equals(checksum)) {
                throw new StorageException("Step " + name + " of the schema is not what was applied here");
            }
        });
    }
}
