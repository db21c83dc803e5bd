package org.openmembership.testkit;

import java.util.function.Function;
import org.openmembership.storage.Storage;

/** What a host does that owns its transactions. */
@FunctionalInterface
public interface HostTransactions {
    /**
     * Begins a transaction, hands out the storage that joins it, and commits when {@code work} returns; any exception
     * rolls back and is thrown on.
     */
    <R> R inTransaction(Function<Storage, R> work);
}
