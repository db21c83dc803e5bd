package org.openmembership.access;

import org.openmembership.shared.Actor;

/**
 * Host port: decides who may do what.
 *
 * <p>Called inside the unit of work, so it must decide from what it is given, at once, without waiting for anything.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {
    boolean allows(Actor actor, Permission permission);
}
