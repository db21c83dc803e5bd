package org.openmembership.jdbc;

import org.junit.jupiter.api.Nested;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.testkit.HostOwned;
import org.openmembership.testkit.StorageContract;
import org.openmembership.testkit.StorageFixture;

/** Everything a storage promises, on every engine and under both owners of the transaction. */
final class JdbcStorageContractTest {
    @Nested
    class OnSqlite extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return JdbcStorageFixture.on(DatabaseEngine.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL);
        }
    }

    @Nested
    class OnMariadb extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return JdbcStorageFixture.on(DatabaseEngine.MARIADB);
        }
    }

    @Nested
    class JoiningOnSqlite extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return HostOwned.of(JdbcStorageFixture.on(DatabaseEngine.SQLITE));
        }
    }

    @Nested
    class JoiningOnPostgresql extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return HostOwned.of(JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL));
        }
    }

    @Nested
    class JoiningOnMariadb extends StorageContract {
        @Override
        protected StorageFixture fixture() {
            return HostOwned.of(JdbcStorageFixture.on(DatabaseEngine.MARIADB));
        }
    }
}
