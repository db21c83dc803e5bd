package org.openmembership.outbox;

import java.time.Instant;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/**
 * An event as it is kept and told.
 *
 * @param id the same however often it is told
 * @param when its place among the others
 * @param actor who made the call that brought it about
 * @param event what happened
 * @param document the event as JSON, ready for a message bus; its kind is the event's name
 */
public record RecordedEvent(EventId id, When when, Actor actor, MembershipEvent event, Document document) {
    /**
     * The place of an event among others: by instant, then version, position and id.
     *
     * @param recordedAt by our clock; for an account never before what was recorded of it earlier
     * @param version that the account had which was changed, 0 where none was
     * @param position among the events of its unit of work, from 0
     */
    public record When(Instant recordedAt, long version, int position) {}

    public Instant recordedAt() {
        return when.recordedAt();
    }

    /** What it is about; the key by which a bus with partitions keeps the order of an account. */
    public Topic topic() {
        return event.topic();
    }

    /** What a storage gives back of it. */
    public KeptEvent kept() {
        return new KeptEvent(id, when, actor, topic(), document);
    }
}
