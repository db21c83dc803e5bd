package org.openmembership.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.StorageFixture;

/** An empty storage on a real database that writes down what is sent there. */
public final class Counted implements StorageFixture.Opened {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Storage storage;

    private Counted(DatabaseEngine engine) {
        ObservedDataSource.Observer observer = new ObservedDataSource.Observer() {
            @Override
            public void before(String sql) {
                sent.add(sql);
            }
        };
        storage = JdbcStorage.over(
                ObservedDataSource.of(JdbcStorageFixture.shared(engine).dataSource(), observer),
                UUID.randomUUID().toString());
        storage.read(stores -> engine);
    }

    public static Counted on(DatabaseEngine engine) {
        return new Counted(engine);
    }

    /** Everything that was sent during some work: one statement, one batch, one commit each. */
    public List<String> during(Runnable work) {
        sent.clear();
        work.run();
        return List.copyOf(sent);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void close() {
        // the tenant stays, the database goes with the JVM
    }
}
