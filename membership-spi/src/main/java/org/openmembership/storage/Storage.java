package org.openmembership.storage;

import java.util.function.Function;
import org.openmembership.idempotency.CommandKey;

/**
 * All stores and the unit of work around them: what a storage of one's own implements.
 *
 * <p>Thread-safe; any number of processes may work on the same data. Of whatever happens inside one unit of work all is
 * kept or nothing.
 */
public interface Storage {
    /**
     * Runs {@code work} in a unit of work of its own, or in the host's transaction where {@link #ownsTransaction} says so.
     *
     * <p>A storage that owns its transactions runs {@code work} again from the start when it lost a race, so it must have
     * no effect outside the stores; after a number of tries or a deadline it gives up.
     *
     * @throws BusyException if it gave up and surely nothing was written
     * @throws OutcomeUnknownException if it gave up and cannot tell whether an earlier try was kept
     * @throws RestartTransactionException in a host's transaction, if a race was lost: roll it back and run it again
     */
    <R> R inUnitOfWork(Function<Stores, R> work);

    /** Runs {@code work}, which only reads; each question sees one state, but work may be kept between two questions. */
    <R> R read(Function<Stores, R> work);

    /**
     * Runs {@code work}, which only reads, on the state of one instant, whatever is kept meanwhile; dearer to begin than
     * {@link #read}. In a host's transaction it sees what that sees, which at READ COMMITTED is the state of each question.
     */
    <R> R snapshot(Function<Stores, R> work);

    /** False where units of work are part of a transaction that the host commits or rolls back. */
    boolean ownsTransaction();

    /** Returns when no unit of work that records {@code key} is in flight any more; it writes nothing itself. */
    void settle(CommandKey key);
}
