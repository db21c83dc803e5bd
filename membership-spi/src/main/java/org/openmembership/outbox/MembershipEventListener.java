package org.openmembership.outbox;

/**
 * Host port: hears of each event inside the unit of work that it tells of, in order.
 *
 * <p>What it throws rolls the unit of work back and reaches the caller. A unit of work that lost a race is run again, and
 * the listener hears the same facts again, under other ids: it must have no effect that a rollback does not undo, and wait
 * for nothing. Whoever wants to tell the outside world takes events from the outbox instead. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface MembershipEventListener {
    void happened(RecordedEvent event);
}
