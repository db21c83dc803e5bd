package org.openmembership.access;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;

/**
 * Whose data or points a call is about.
 *
 * @param member the id of the member, as in the reference of an actor who is that member; null where it is nobody's
 * @param sharing whether the member shares the account the call is about with the one who represents it (B30)
 */
public record Subject(@Nullable String member, boolean sharing) {
    public static final Subject NOBODY = new Subject(null);

    /** Whose own data or points a call is about. */
    public Subject(@Nullable String member) {
        this(member, false);
    }

    /** The member, or the shop where it is nobody's. */
    public Topic topic() {
        return member == null ? Topic.SHOP : new Topic(Topic.Kind.MEMBER, member);
    }

    public boolean is(Actor actor) {
        return actor.kind() == Actor.Kind.MEMBER && actor.reference().equals(member);
    }
}
