package org.openmembership.privacy;

import java.util.List;

/**
 * Host port: which orders of a person are not fulfilled yet, for which reason nothing of the person can be erased (C39).
 *
 * <p>Called outside any unit of work. Implementations are thread-safe.
 */
@FunctionalInterface
public interface OpenOrders {
    /** The host's codes of the unfulfilled orders, in any order; empty if there are none. */
    List<String> of(Person person);
}
