package org.openmembership.shared;

/**
 * Something that has happened, as a host's mail, search or message bus may want to know it.
 *
 * <p>Each room names its own, as records of a sealed interface. They are immutable and hold ids, codes, points and times
 * alone, never personal data or free text (R17), because they are kept where erasure does not reach.
 */
public interface MembershipEvent {
    /** What it is about; only events about the same account come in a promised order. */
    Topic topic();
}
