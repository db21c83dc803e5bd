package org.openmembership.testkit;

import java.util.Optional;
import java.util.function.Function;
import org.openmembership.storage.Storage;

/** Opens storages in memory. */
public final class InMemoryFixture implements StorageFixture {
    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public Opened open() {
        return new InMemory(new InMemoryStorage());
    }

    private record InMemory(InMemoryStorage storage) implements Opened {
        @Override
        public Optional<HostTransactions> hostTransactions() {
            return Optional.of(this::inTransaction);
        }

        /** Every storage in memory is a tenant of its own. */
        @Override
        public Optional<Storage> otherTenant() {
            return Optional.of(new InMemoryStorage());
        }

        @Override
        public Optional<Tampering> tampering() {
            return Optional.of(new InMemoryTampering(storage));
        }

        @Override
        public void close() {
            // nothing is held
        }

        private <R> R inTransaction(Function<Storage, R> work) {
            try (InMemoryStorage.HostTransaction transaction = storage.begin()) {
                R result = work.apply(transaction.storage());
                transaction.commit();
                return result;
            }
        }
    }
}
