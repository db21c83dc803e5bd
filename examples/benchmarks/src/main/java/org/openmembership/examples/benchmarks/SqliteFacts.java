package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What is told of a call, and that it was made: the rows of the outbox and of the audit trail. */
final class SqliteFacts {
    private SqliteFacts() {}

    /** The events of a call, and the record that it was made. */
    static void tell(Connection connection, String permission, String topicKind, String topic, List<String> kinds)
            throws SQLException {
        try (PreparedStatement event = connection.prepareStatement("""
                        insert into om_outbox (tenant, id, recorded_at, version, position, topic_kind, topic_id, actor_kind, actor_reference, kind, format,
                          document, is_waiting)
                        values (1, ?, ?, 1, ?, ?, ?, 'TILL', 'till', ?, 1, ?, 1)
                        """)) {
            for (int i = 0; i < kinds.size(); i++) {
                new Parameters(event).of(newId(), Fixed.NOW_MICROS, i, topicKind, topic, kinds.get(i), Fixed.DOCUMENT);
                event.addBatch();
            }
            event.executeBatch();
        }
        SqliteBaseline.update(connection, """
                insert into om_audit_record (tenant, recorded_at, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, format,
                  document)
                values (1, ?, ?, 'TILL', 'till', ?, ?, ?, 'ALLOWED', 'facts', 1, ?)
                """, Fixed.NOW_MICROS, newId(), permission, topicKind, topic, Fixed.DOCUMENT);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
