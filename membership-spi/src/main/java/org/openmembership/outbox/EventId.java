package org.openmembership.outbox;

import org.openmembership.shared.Texts;

/**
 * Our id of an event; who is told of it twice sees the same one again.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record EventId(String value) implements Comparable<EventId> {
    public EventId {
        Texts.requireId("EventId", value);
    }

    public static EventId of(String value) {
        return new EventId(value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
