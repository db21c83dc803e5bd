package org.openmembership.testkit;

import java.util.Optional;
import org.openmembership.storage.Storage;

/**
 * How the contracts get at a storage; whoever writes one implements this and subclasses {@link StorageContract}.
 *
 * <p>A fixture may share one database among all that it opens, as long as each sees nothing of the others: a tenant of
 * its own for each does.
 */
public interface StorageFixture {
    /** What the storage is called in messages: {@code SQLite}. */
    String name();

    /** Whether what is kept is still there for another {@code Storage} on the same data. */
    boolean isDurable();

    /** A fresh, empty storage. */
    Opened open();

    /** A storage for one test. */
    interface Opened extends AutoCloseable {
        Storage storage();

        /** A storage on the same data, as another process would open it; empty where nothing is durable. */
        default Optional<Storage> reopened() {
            return Optional.empty();
        }

        /** Transactions of the host's on the same data; empty where the storage cannot join one. */
        default Optional<HostTransactions> hostTransactions() {
            return Optional.empty();
        }

        /** A storage of another tenant in the same database; empty where there are no tenants. */
        default Optional<Storage> otherTenant() {
            return Optional.empty();
        }

        /** The way around all stores to the same data; empty where there is none, and the audit is then not proven. */
        default Optional<Tampering> tampering() {
            return Optional.empty();
        }

        @Override
        void close();
    }
}
