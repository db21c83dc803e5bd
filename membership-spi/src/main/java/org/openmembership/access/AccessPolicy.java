package org.openmembership.access;

import org.openmembership.shared.Actor;

/**
 * Host port: decides who may do what (R20).
 *
 * <p>Called inside the unit of work, so it must decide from what it is given, at once, without waiting for anything.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Whether {@code actor} may do what needs {@code permission} to {@code subject}. */
    boolean allows(Actor actor, Permission permission, Subject subject);
}
