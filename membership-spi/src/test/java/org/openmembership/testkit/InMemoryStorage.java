package org.openmembership.testkit;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.RestartTransactionException;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/**
 * A complete storage that forgets everything when it is no longer referred to: for tests and for trying things out.
 *
 * <p>Units of work run one after the other, each on a copy that becomes what is kept when it ends well; reads see what was
 * kept when they began and wait for nobody. Thread-safe. One unit of work inside another is refused, because a storage on
 * a database would need a second connection for it.
 */
public final class InMemoryStorage implements Storage {
    private static final int TRIES = 10;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
    private volatile State kept = new State().freeze();

    @Override
    public <R> R inUnitOfWork(Function<Stores, R> work) {
        requireNotInside();
        turn.lock();
        try {
            return tryRepeatedly(work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
        requireNotInside();
        return run(kept, work);
    }

    @Override
    public <R> R snapshot(Function<Stores, R> work) {
        return read(work);
    }

    @Override
    public boolean ownsTransaction() {
        return true;
    }

    @Override
    public void settle(CommandKey key) {
        tamper(unchanged -> {});
    }

    /**
     * Begins a transaction as a host would on a database of its own; it ends by {@link HostTransaction#commit} or {@link
     * HostTransaction#rollback}, in the thread that began it, and all other units of work wait for it.
     */
    public HostTransaction begin() {
        requireNotInside();
        turn.lock();
        return new HostTransaction();
    }

    /** Changes rows behind the back of all stores, as a faulty program might. */
    void tamper(Consumer<State> change) {
        requireNotInside();
        turn.lock();
        try {
            State changed = kept.copy();
            change.accept(changed);
            kept = changed.freeze();
        } finally {
            turn.unlock();
        }
    }

    private <R> R tryRepeatedly(Function<Stores, R> work) {
        RaceLostException last = null;
        for (int i = 0; i < TRIES; i++) {
            State changed = kept.copy();
            try {
                R result = run(changed, work);
                kept = changed;
                return result;
            } catch (RaceLostException lost) {
                last = lost;
            }
        }
        throw new BusyException("lost the race " + TRIES + " times", last == null ? new IllegalStateException() : last);
    }

    private <R> R run(State state, Function<Stores, R> work) {
        busy.set(true);
        try (InMemoryStores stores = new InMemoryStores(state)) {
            R result = work.apply(stores);
            state.end();
            return result;
        } finally {
            busy.remove();
        }
    }

    private void requireNotInside() {
        if (busy.get()) {
            throw new IllegalStateException("a unit of work or read is open in this thread already");
        }
    }

    /** A transaction that the host owns, and the storage that joins it. */
    public final class HostTransaction implements AutoCloseable {
        private final Joined joined = new Joined(kept.copy());
        private boolean open = true;

        private HostTransaction() {}

        public Storage storage() {
            return joined;
        }

        public void commit() {
            kept = joined.state.freeze();
            end();
        }

        public void rollback() {
            end();
        }

        /** Rolls back what was not committed. */
        @Override
        public void close() {
            if (open) {
                end();
            }
        }

        private void end() {
            if (!open) {
                throw new IllegalStateException("the transaction is over");
            }
            open = false;
            turn.unlock();
        }
    }

    /** The storage inside a transaction of the host's. */
    private final class Joined implements Storage {
        private State state;

        Joined(State state) {
            this.state = state;
        }

        @Override
        public <R> R inUnitOfWork(Function<Stores, R> work) {
            requireNotInside();
            State changed = state.copy();
            R result = runOnce(changed, work);
            state = changed;
            return result;
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            requireNotInside();
            return run(state.copy().freeze(), work);
        }

        @Override
        public <R> R snapshot(Function<Stores, R> work) {
            return read(work);
        }

        @Override
        public boolean ownsTransaction() {
            return false;
        }

        @Override
        public void settle(CommandKey key) {
            requireNotInside();
        }

        private <R> R runOnce(State changed, Function<Stores, R> work) {
            requireMine();
            try {
                return run(changed, work);
            } catch (RaceLostException lost) {
                throw new RestartTransactionException("lost a race: " + lost.getMessage(), lost);
            }
        }

        private void requireMine() {
            if (!turn.isHeldByCurrentThread()) {
                throw new IllegalStateException("the transaction is over, or belongs to another thread");
            }
        }
    }
}
