package org.openmembership.jdbc;

import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.testkit.StorageContract;
import org.openmembership.testkit.StorageFixture;

class PostgresqlContractTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL);
    }
}
