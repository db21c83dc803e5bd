package org.openmembership.testkit;

import java.time.Instant;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Events that do not matter. */
public final class AnyEvent {
    private AnyEvent() {}

    /** Something happened to something. */
    public record Happened(Topic topic) implements MembershipEvent {}

    public static RecordedEvent anyEvent(Instant at) {
        return anyEvent(Any.any("event"), at, 0);
    }

    public static RecordedEvent anyEvent(String id, Instant at, long version) {
        return anyEvent(id, new RecordedEvent.When(at, version, 0));
    }

    public static RecordedEvent anyEvent(String id, RecordedEvent.When when) {
        Topic topic = new Topic(Topic.Kind.ACCOUNT, "account-1");
        return new RecordedEvent(
                EventId.of(id),
                when,
                Actor.till("till-7"),
                new Happened(topic),
                new Document("Happened", 1, "{\"account\":\"account-1\",\"é\":\"\uD83D\uDE00\"}"));
    }
}
