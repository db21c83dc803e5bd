package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.openmembership.outbox.RecordedEvent;

/**
 * Host port: writes rows of the host's own in the very transaction that an event tells of; registered with
 * {@link JdbcStorage#telling}.
 *
 * <p>Called for each event in order, after everything of ours is written and before the commit. It must neither commit,
 * roll back nor close the connection, change no setting of it, and wait for nothing. What it throws rolls the unit of work
 * back. A unit of work that lost a race is run again, and the listener hears the same facts again, under other ids.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface JdbcEventListener {
    void happened(RecordedEvent event, Connection connection) throws SQLException;
}
