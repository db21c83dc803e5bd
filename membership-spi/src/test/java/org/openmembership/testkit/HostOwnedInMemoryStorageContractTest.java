package org.openmembership.testkit;

class HostOwnedInMemoryStorageContractTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return HostOwned.of(new InMemoryFixture());
    }
}
