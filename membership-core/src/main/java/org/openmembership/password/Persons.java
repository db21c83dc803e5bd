package org.openmembership.password;

import java.time.Duration;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.shared.Actor;

/** Who may come with a password: its owner, through whatever screen, and never staff (S13). */
final class Persons {
    /** Longer than an origin is trusted. */
    static final Duration MEMORY = Duration.ofDays(100);

    private Persons() {}

    static void require(Caller caller, Permission permission) {
        if (caller.actor().kind() == Actor.Kind.STAFF) {
            throw new PermissionDeniedException(caller.actor(), permission, Subject.NOBODY.topic());
        }
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("passwords and codes cannot be tried inside a host's transaction");
        }
    }
}
