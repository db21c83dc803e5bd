package org.openmembership.testkit;

class InMemoryStorageContractTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return new InMemoryFixture();
    }
}
