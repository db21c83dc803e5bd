package org.openmembership.customer;

import java.util.Optional;

/**
 * Host port: what each register gives the customers it creates (A33-A35).
 *
 * <p>Asked before a unit of work is opened. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RegisterDefaults {
    /** The defaults of a register; empty if the host knows no such register, and the customer then has none. */
    Optional<NewCustomerDefaults> of(RegisterId register);
}
