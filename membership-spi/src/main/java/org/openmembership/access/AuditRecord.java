package org.openmembership.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.Topic;

/**
 * That somebody did something, or tried to and was turned away (I17); kept for ever, without personal data (R17).
 *
 * @param id ours
 * @param recordedAt by our clock
 * @param actor who
 * @param permission what was done, by the permission it needs
 * @param topic to what; a call that changed several accounts leaves a record for each
 * @param verdict whether the access policy let it through
 * @param facts what changed, as the JSON of its events; null where it is told by none
 */
public record AuditRecord(
        AuditId id,
        Instant recordedAt,
        Actor actor,
        Permission permission,
        Topic topic,
        Verdict verdict,
        @Nullable Document facts) {
    /** What became of an attempt. */
    public enum Verdict {
        /** It went through; what the library itself refused, such as for want of points, changed nothing but its answer. */
        ALLOWED,
        /** The access policy said no. */
        DENIED
    }

    /** An attempt that the access policy refused. */
    public static AuditRecord denied(AuditId id, Instant at, Actor actor, Permission permission, Topic topic) {
        return new AuditRecord(id, at, actor, permission, topic, Verdict.DENIED, null);
    }
}
