package org.openmembership.access;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;

/**
 * Whose data or points a call is about.
 *
 * @param member the id of the member, as in the reference of an actor who is that member; null where it is nobody's
 */
public record Subject(@Nullable String member) {
    public static final Subject NOBODY = new Subject(null);

    public boolean is(Actor actor) {
        return actor.kind() == Actor.Kind.MEMBER && actor.reference().equals(member);
    }
}
