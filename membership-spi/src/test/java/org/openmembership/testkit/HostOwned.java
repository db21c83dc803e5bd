package org.openmembership.testkit;

import java.util.Optional;
import java.util.function.Function;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/**
 * A fixture whose storages join transactions of the host's: each unit of work is one such transaction, which the host
 * commits if it ends well. Through it every contract runs under both owners.
 */
public final class HostOwned implements StorageFixture {
    private final StorageFixture fixture;

    private HostOwned(StorageFixture fixture) {
        this.fixture = fixture;
    }

    /** @param fixture whose storages offer {@link Opened#hostTransactions} */
    public static StorageFixture of(StorageFixture fixture) {
        return new HostOwned(fixture);
    }

    @Override
    public String name() {
        return fixture.name() + " in a host's transaction";
    }

    @Override
    public boolean isDurable() {
        return fixture.isDurable();
    }

    @Override
    public Opened open() {
        return new Joined(fixture.open());
    }

    private static final class Joined implements Opened {
        private final Opened opened;
        private final HostTransactions host;

        Joined(Opened opened) {
            this.opened = opened;
            this.host = opened.hostTransactions()
                    .orElseThrow(() -> new IllegalStateException("the storage cannot join a transaction"));
        }

        @Override
        public Storage storage() {
            return new OneTransactionEach(host);
        }

        @Override
        public Optional<Storage> reopened() {
            return opened.reopened();
        }

        @Override
        public Optional<HostTransactions> hostTransactions() {
            return opened.hostTransactions();
        }

        @Override
        public Optional<Tampering> tampering() {
            return opened.tampering();
        }

        @Override
        public void close() {
            opened.close();
        }
    }

    /** Runs every unit of work, read and settling in a host's transaction of its own. */
    private record OneTransactionEach(HostTransactions host) implements Storage {
        @Override
        public <R> R inUnitOfWork(Function<Stores, R> work) {
            return host.inTransaction(storage -> storage.inUnitOfWork(work));
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            return host.inTransaction(storage -> storage.read(work));
        }

        @Override
        public <R> R snapshot(Function<Stores, R> work) {
            return host.inTransaction(storage -> storage.snapshot(work));
        }

        @Override
        public boolean ownsTransaction() {
            return false;
        }

        @Override
        public void settle(CommandKey key) {
            host.inTransaction(storage -> {
                storage.settle(key);
                return key;
            });
        }
    }
}
