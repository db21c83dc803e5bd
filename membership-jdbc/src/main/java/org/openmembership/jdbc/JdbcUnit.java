package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.storage.StorageException;
import org.openmembership.storage.UnsuitableTransactionException;

/**
 * One try at a unit of work on one connection: all SQL goes through here.
 *
 * <p>Questions are asked with {@link #gather}, rows are written with {@link #add}; what is written waits until the next
 * question or the end. Not thread-safe.
 */
final class JdbcUnit {
    /** Whose transaction it is. */
    enum Scope {
        OWN,
        HOST,
        /** None: every question sees what is there when it is asked. */
        READ_ONLY,
        /** Ours, in which every question sees what was there at the first, and nothing is written. */
        SNAPSHOT;

        boolean isOurs() {
            return this == OWN || this == SNAPSHOT;
        }

        boolean isReading() {
            return this == READ_ONLY || this == SNAPSHOT;
        }
    }

    private final Connection connection;
    private final StatementSource statements;
    private final Home home;
    private final Scope scope;
    private final Terms terms;
    private final WriteBatch batch = new WriteBatch();
    private final WriteBatch ifChanged = new WriteBatch();
    private final List<RecordedEvent> heard = new ArrayList<>();
    private boolean changed;
    private boolean begun;
    private boolean committing;
    private boolean failed;

    /** Where the rows of a storage are. */
    record Home(Dialect dialect, int tenant) {}

    /**
     * What a storage was told for all its units.
     *
     * @param patience how long a statement waits for a lock
     * @param listeners hear of events before they are kept
     */
    record Terms(Duration patience, List<JdbcEventListener> listeners) {}

    JdbcUnit(Connection connection, StatementSource statements, Home home, Scope scope, Terms terms) {
        this.connection = connection;
        this.statements = statements;
        this.home = home;
        this.scope = scope;
        this.terms = terms;
    }

    Dialect dialect() {
        return home.dialect();
    }

    int tenant() {
        return home.tenant();
    }

    Connection connection() {
        return connection;
    }

    StatementSource statements() {
        return statements;
    }

    Gathering gather() {
        return new Gathering(this);
    }

    /** Adds a row; its values in the order of the table's columns. */
    void add(Table table, @Nullable Object... row) {
        requireWritable();
        changed = true;
        batch.add(table, row);
    }

    /** Adds a row at the end, if anything else is written by then. */
    void addIfChanged(Table table, @Nullable Object... row) {
        requireWritable();
        ifChanged.add(table, row);
    }

    /** Remembers an event for those who hear of it at the end. */
    void heard(RecordedEvent event) {
        heard.add(event);
    }

    /** Changes a row that must be there; values for what is set, then for what finds the row. */
    void change(Change change, @Nullable Object... values) {
        requireWritable();
        if (batch.holds(change, values)) {
            flush();
        }
        changed = true;
        batch.add(change, values);
    }

    /** Changes a row that must be there and may take over what is unique from one that was changed before it. */
    void changeInTurn(Change change, @Nullable Object... values) {
        requireWritable();
        if (batch.holds(change)) {
            flush();
        }
        batch.add(change, values);
    }

    /** Takes out all rows with a value; there may be none. */
    void remove(Removal removal, String value) {
        requireWritable();
        if (batch.holds(removal.table())) {
            flush();
        }
        changed = true;
        batch.add(removal, value);
    }

    /** Sends what waits to be written. */
    void flush() {
        if (!batch.isEmpty()) {
            send(false);
        }
    }

    /** Ends the unit of work: sends what waits and, in a transaction of our own, keeps it. */
    void end() {
        if (failed) {
            throw new StorageException("a statement of this unit of work failed before, nothing of it is kept");
        }
        if (changed) {
            batch.addAll(ifChanged);
        }
        tell();
        if (scope != Scope.OWN || !dialect().sendsTogether()) {
            flush();
        }
        if (scope.isOurs() && (begun || !batch.isEmpty())) {
            committing = true;
            send(true);
            begun = false;
        }
    }

    /** Lets listeners write into the same transaction, where everything of ours is there already. */
    private void tell() {
        if (heard.isEmpty() || terms.listeners().isEmpty()) {
            return;
        }
        flush();
        try {
            for (RecordedEvent event : heard) {
                for (JdbcEventListener listener : terms.listeners()) {
                    listener.happened(event, connection);
                }
            }
        } catch (SQLException failure) {
            throw failed("telling a listener", failure);
        }
    }

    /** Undoes a transaction of our own that has begun; a connection that cannot even do that is given up. */
    void rollback() {
        if (!begun || !scope.isOurs()) {
            return;
        }
        begun = false;
        try {
            dialect().rollback(connection);
        } catch (SQLException broken) {
            abandon();
        }
    }

    /** Whether an error came from a statement that included our commit. */
    boolean isCommitting() {
        return committing;
    }

    /** Begins our own transaction if it has not; answers what goes before the next statement. */
    String begin() {
        if (begun || !scope.isOurs()) {
            return "";
        }
        begun = true;
        try {
            if (scope == Scope.SNAPSHOT) {
                dialect().beginSnapshot(connection);
                return "";
            }
            dialect().begin(connection, terms.patience());
        } catch (SQLException failure) {
            throw failed("beginning a transaction", failure);
        }
        return dialect().beginText(terms.patience());
    }

    /** Refuses a transaction of the host's in which we would be wrong. */
    void requireSuitable() {
        try {
            String problem = dialect().unsuitable(connection);
            if (problem != null) {
                throw new UnsuitableTransactionException("The host's transaction cannot be joined: " + problem);
            }
        } catch (SQLException failure) {
            throw failed("examining the host's connection", failure);
        }
    }

    StatementException failed(String doing, SQLException cause) {
        failed = true;
        return new StatementException(doing, cause);
    }

    private void send(boolean commit) {
        String begin = begin();
        try {
            dialect().send(this, batch, begin, commit);
        } catch (SQLException failure) {
            throw failed("writing", failure);
        }
        batch.clear();
    }

    private void abandon() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            failed = true;
        }
    }

    private void requireWritable() {
        if (scope.isReading()) {
            throw new IllegalStateException("Storage.read and snapshot must not write");
        }
    }
}
