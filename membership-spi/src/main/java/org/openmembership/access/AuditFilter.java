package org.openmembership.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;

/**
 * Which audit records are wanted: all that match every filter that is set.
 *
 * @param topic about what; null for all
 * @param actor by whom; null for all
 * @param from the first instant, inclusive; null for all
 * @param to the first instant no longer wanted; null for all
 */
public record AuditFilter(
        @Nullable Topic topic,
        @Nullable Actor actor,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    public static AuditFilter about(Topic topic) {
        return new AuditFilter(topic, null, null, null);
    }

    public static AuditFilter by(Actor actor) {
        return new AuditFilter(null, actor, null, null);
    }

    public AuditFilter between(@Nullable Instant start, @Nullable Instant end) {
        return new AuditFilter(topic, actor, start, end);
    }

    public boolean matches(AuditRecord audited) {
        return (topic == null || topic.equals(audited.topic()))
                && (actor == null || actor.equals(audited.actor()))
                && (from == null || !audited.recordedAt().isBefore(from))
                && (to == null || audited.recordedAt().isBefore(to));
    }
}
