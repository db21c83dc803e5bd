package org.openmembership.outbox;

import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.Topic;

/** A {@link RecordedEvent} as a storage gives it back: the event is still a document, which storages cannot read. */
public record KeptEvent(EventId id, RecordedEvent.When when, Actor actor, Topic topic, Document document) {}
