package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.Topic;

/** What rows of events and of audit records have in common: by whom, about what, and the facts. */
final class TopicRow {
    private TopicRow() {}

    static Actor actor(ResultSet row) throws SQLException {
        return new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference"));
    }

    static Topic topic(ResultSet row) throws SQLException {
        return new Topic(Topic.Kind.valueOf(row.getString("topic_kind")), row.getString("topic_id"));
    }

    static Document document(ResultSet row) throws SQLException {
        return new Document(row.getString("kind"), row.getInt("format"), row.getString("document"));
    }
}
