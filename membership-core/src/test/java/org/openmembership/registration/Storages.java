package org.openmembership.registration;

import java.util.stream.Stream;
import org.openmembership.testkit.InMemoryFixture;
import org.openmembership.testkit.StorageFixture;

/** The storages that stories about people are told on. */
public final class Storages {
    private Storages() {}

    public static Stream<StorageFixture> all() {
        return Stream.of(new InMemoryFixture());
    }
}
