package org.openmembership.access;

import java.io.Serial;
import org.openmembership.shared.Actor;

/** The access policy said no; nothing was written, and the caller's key stays free. */
public final class PermissionDeniedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final Permission permission;

    public PermissionDeniedException(Actor actor, Permission permission) {
        super(actor + " may not " + permission);
        this.actor = actor;
        this.permission = permission;
    }

    public Actor actor() {
        return actor;
    }

    public Permission permission() {
        return permission;
    }
}
