package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.jdbc.JdbcUnit.Home;
import org.openmembership.jdbc.JdbcUnit.Scope;
import org.openmembership.storage.RestartTransactionException;
import org.openmembership.storage.Storage;
import org.openmembership.storage.StorageException;
import org.openmembership.storage.Stores;

/**
 * Everything in the host's PostgreSQL, MariaDB or SQLite, in the tables that {@link JdbcSchema} makes.
 *
 * <p>{@link #over(DataSource)} owns its transactions: it takes a connection for each try and runs a unit of work again that
 * lost a race. {@link #joining(ConnectionSource)} is part of the host's transaction: the host commits, rolls back and runs
 * it again. The database is asked nothing before the first call; a missing or newer schema is refused then.
 *
 * <p>Thread-safe and immutable; the methods that set something return a copy. The connections of {@code over} must not be
 * in a transaction when they are handed out; their settings are left as found, but for the pragmas of SQLite and the lock
 * timeout of MariaDB.
 */
public final class JdbcStorage implements Storage {
    private final Connections connections;
    private final boolean owns;
    private final String tenantCode;
    private final Attempts.Limit limit;
    private final List<JdbcEventListener> listeners;
    private final AtomicReference<@Nullable Home> home;

    private JdbcStorage(
            Connections connections,
            boolean owns,
            String tenantCode,
            Attempts.Limit limit,
            List<JdbcEventListener> listeners,
            AtomicReference<@Nullable Home> home) {
        this.connections = connections;
        this.owns = owns;
        this.tenantCode = tenantCode;
        this.limit = limit;
        this.listeners = listeners;
        this.home = home;
    }

    /** A storage that owns its transactions, for the one shop of a database. */
    public static JdbcStorage over(DataSource dataSource) {
        return over(dataSource, Tenants.DEFAULT);
    }

    /**
     * A storage that owns its transactions, for one of several shops that share a database and see nothing of each other.
     *
     * @param tenantCode 1 to 40 characters; a new one is added at the first call
     */
    public static JdbcStorage over(DataSource dataSource, String tenantCode) {
        Tenants.requireCode(tenantCode);
        return fresh(Connections.ours(dataSource), true, tenantCode);
    }

    /** A storage that takes part in whatever transaction the host is in. */
    public static JdbcStorage joining(ConnectionSource source) {
        return joining(source, Tenants.DEFAULT);
    }

    /** A storage that takes part in whatever transaction the host is in, for one of several shops in a database. */
    public static JdbcStorage joining(ConnectionSource source, String tenantCode) {
        Tenants.requireCode(tenantCode);
        return fresh(Connections.theHosts(source), false, tenantCode);
    }

    private static JdbcStorage fresh(Connections connections, boolean owns, String tenantCode) {
        return new JdbcStorage(
                connections, owns, tenantCode, Attempts.Limit.DEFAULT, List.of(), new AtomicReference<>());
    }

    /** The same storage inside the transaction that {@code connection} is in; cheap, and for that transaction alone. */
    public JdbcStorage joining(Connection connection) {
        return new JdbcStorage(Connections.theHosts(() -> connection), false, tenantCode, limit, listeners, home);
    }

    /**
     * A storage that gives up after so many tries or so long; 10 tries and 2 seconds unless set. The deadline is also how
     * long a statement waits for a lock.
     */
    public JdbcStorage retrying(int attempts, Duration deadline) {
        return new JdbcStorage(connections, owns, tenantCode, new Attempts.Limit(attempts, deadline), listeners, home);
    }

    /** A storage that lets one more listener write into the transactions that events tell of. */
    public JdbcStorage telling(JdbcEventListener listener) {
        List<JdbcEventListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return new JdbcStorage(connections, owns, tenantCode, limit, List.copyOf(all), home);
    }

    @Override
    public <R> R inUnitOfWork(Function<Stores, R> work) {
        return owns ? retried(Scope.OWN, unit -> work.apply(new JdbcStores(unit))) : joined(Scope.HOST, work);
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
        return owns ? retried(Scope.READ_ONLY, unit -> work.apply(new JdbcStores(unit))) : joined(Scope.HOST, work);
    }

    @Override
    public <R> R snapshot(Function<Stores, R> work) {
        return owns ? retried(Scope.SNAPSHOT, unit -> work.apply(new JdbcStores(unit))) : joined(Scope.HOST, work);
    }

    @Override
    public boolean ownsTransaction() {
        return owns;
    }

    @Override
    public void settle(CommandKey key) {
        if (owns) {
            retried(Scope.OWN, unit -> new JdbcCommandStore(unit).awaitOthers(key));
        }
    }

    private <R> R retried(Scope scope, Function<JdbcUnit, R> work) {
        Attempts attempts = new Attempts(limit);
        while (true) {
            Outcome<R> outcome = attempt(scope, work);
            if (outcome.error() == null) {
                return outcome.value();
            }
            // only now, with the connection given back
            attempts.afterFailure(outcome.failure(), outcome.committing(), outcome.error());
        }
    }

    @SuppressWarnings("try") // the turn is only held
    private <R> Outcome<R> attempt(Scope scope, Function<JdbcUnit, R> work) {
        JdbcUnit unit = null;
        try (Turn turn = turn(scope);
                Connections.Lent lent = connections.lend()) {
            unit = unit(lent.connection(), scope);
            return Outcome.of(complete(unit, work));
        } catch (SQLException notConnected) {
            return Outcome.notConnected(notConnected);
        } catch (LostRaceException lost) {
            return Outcome.failed(lost, Failure.RACE_LOST, false);
        } catch (StatementException failed) {
            return Outcome.failed(failed, failureOf(failed), unit != null && unit.isCommitting());
        }
    }

    private JdbcUnit.Terms terms() {
        return new JdbcUnit.Terms(limit.deadline(), listeners);
    }

    private JdbcUnit unit(Connection connection, Scope scope) {
        Home found = home(connection);
        StatementSource statements = scope == Scope.HOST ? new StatementSource(connection) : ours(connection, found);
        return new JdbcUnit(connection, statements, found, scope, terms());
    }

    private static StatementSource ours(Connection connection, Home home) {
        try {
            return home.dialect().statements(connection);
        } catch (SQLException failure) {
            throw new StatementException("making a connection ready", failure);
        }
    }

    /** Taken before the connection, so that who waits for a turn keeps none from others. */
    private Turn turn(Scope scope) {
        Home known = home.get();
        return known == null || scope != Scope.OWN
                ? Turn.ALWAYS
                : known.dialect().turn(limit.deadline());
    }

    private static <R> R complete(JdbcUnit unit, Function<JdbcUnit, R> work) {
        try {
            R result = work.apply(unit);
            unit.end();
            return result;
        } finally {
            unit.rollback();
        }
    }

    private <R> R joined(Scope scope, Function<Stores, R> work) {
        try (Connections.Lent lent = connections.lend()) {
            JdbcUnit unit = unit(lent.connection(), scope);
            unit.requireSuitable();
            R result = work.apply(new JdbcStores(unit));
            unit.end();
            return result;
        } catch (SQLException notConnected) {
            throw new StorageException("The host's connection cannot be had", notConnected);
        } catch (LostRaceException lost) {
            throw new RestartTransactionException("Another unit of work was there first", lost);
        } catch (StatementException failed) {
            throw switch (failureOf(failed)) {
                case RACE_LOST, DUPLICATE ->
                    new RestartTransactionException("Another unit of work was in the way", failed);
                default -> failed;
            };
        }
    }

    private Failure failureOf(StatementException failed) {
        Home known = home.get();
        SQLException cause = (SQLException) failed.getCause();
        return known == null || cause == null ? Failure.UNRECOGNISED : Failure.of(cause, known.dialect());
    }

    private Home home(Connection connection) {
        Home known = home.get();
        if (known != null) {
            return known;
        }
        Home found = Tenants.find(connection, tenantCode, owns);
        home.set(found);
        return found;
    }

    /** What became of one try. */
    private record Outcome<R>(
            @Nullable R result, @Nullable StorageException error, Failure failure, boolean committing) {
        static <R> Outcome<R> of(R result) {
            return new Outcome<>(result, null, Failure.UNRECOGNISED, false);
        }

        static <R> Outcome<R> failed(StorageException error, Failure failure, boolean committing) {
            return new Outcome<>(null, error, failure, committing);
        }

        static <R> Outcome<R> notConnected(SQLException error) {
            StorageException refused = new StorageException("No connection to the database can be had", error);
            String state = error.getSQLState();
            boolean mistaken = state != null && (state.startsWith("28") || state.startsWith("3D"));
            return failed(refused, mistaken ? Failure.REFUSED : Failure.CONNECTION_LOST, false);
        }

        @SuppressWarnings("NullAway") // a unit of work may answer null
        R value() {
            return result;
        }
    }
}
