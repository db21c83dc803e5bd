package org.openmembership.testing;

import org.openmembership.testkit.InMemoryFixture;
import org.openmembership.testkit.StorageFixture;

/** The storages on which every rule is proven. */
public enum Engine {
    IN_MEMORY(new InMemoryFixture());

    private final StorageFixture fixture;

    Engine(StorageFixture fixture) {
        this.fixture = fixture;
    }

    public StorageFixture.Opened open() {
        return fixture.open();
    }
}
