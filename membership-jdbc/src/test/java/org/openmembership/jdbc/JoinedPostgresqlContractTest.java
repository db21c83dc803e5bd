package org.openmembership.jdbc;

import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.testkit.HostOwned;
import org.openmembership.testkit.StorageContract;
import org.openmembership.testkit.StorageFixture;

class JoinedPostgresqlContractTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return HostOwned.of(JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL));
    }
}
