package org.openmembership.access;

import java.io.Serial;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;

/** The access policy said no; nothing was written, and the caller's key stays free. */
public final class PermissionDeniedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final Permission permission;
    private final transient Topic topic;

    /** @param topic what it was about to be done to */
    public PermissionDeniedException(Actor actor, Permission permission, Topic topic) {
        super(actor + " may not " + permission);
        this.actor = actor;
        this.permission = permission;
        this.topic = topic;
    }

    public Actor actor() {
        return actor;
    }

    public Permission permission() {
        return permission;
    }

    public Topic topic() {
        return topic;
    }
}
