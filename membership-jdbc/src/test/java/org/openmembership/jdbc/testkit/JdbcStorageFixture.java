package org.openmembership.jdbc.testkit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.StorageFixture;
import org.openmembership.testkit.Tampering;

/**
 * Opens storages on a real database: one database per engine and JVM, made when it is first asked for, and in it a tenant of
 * its own for each storage. For transactions of the host's, wrap it: {@code HostOwned.of(JdbcStorageFixture.on(engine))}.
 */
public final class JdbcStorageFixture implements StorageFixture {
    private static final Map<DatabaseEngine, TestDatabase> DATABASES = new EnumMap<>(DatabaseEngine.class);

    private final DatabaseEngine engine;

    private JdbcStorageFixture(DatabaseEngine engine) {
        this.engine = engine;
    }

    public static JdbcStorageFixture on(DatabaseEngine engine) {
        return new JdbcStorageFixture(engine);
    }

    /** The database that all storages of an engine share in this JVM, its schema applied; never closed by a test. */
    public static TestDatabase shared(DatabaseEngine engine) {
        synchronized (DATABASES) {
            return DATABASES.computeIfAbsent(engine, JdbcStorageFixture::withSchema);
        }
    }

    private static TestDatabase withSchema(DatabaseEngine engine) {
        TestDatabase database = engine.fresh();
        JdbcSchema.of(database.dataSource()).apply();
        return database;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public Opened open() {
        return new Tenant(shared(engine), UUID.randomUUID().toString());
    }

    /** One tenant of the shared database; its rows stay behind. */
    private static final class Tenant implements Opened {
        private final TestDatabase database;
        private final String code;
        private final JdbcStorage storage;

        private Tenant(TestDatabase database, String code) {
            this.database = database;
            this.code = code;
            this.storage = storage(code);
            // a joined storage finds tenants but adds none
            storage.read(stores -> code);
        }

        @Override
        public Storage storage() {
            return storage;
        }

        @Override
        public Optional<Storage> reopened() {
            return Optional.of(storage(code));
        }

        @Override
        public Optional<HostTransactions> hostTransactions() {
            return Optional.of(new JdbcHost(database, storage));
        }

        @Override
        public Optional<Storage> otherTenant() {
            return Optional.of(storage("other " + code.substring(0, 30)));
        }

        @Override
        public Optional<Tampering> tampering() {
            return Optional.of(new JdbcTampering(new UncheckedRows(database, code)));
        }

        @Override
        public void close() {
            // the tenant stays, the database goes with the JVM
        }

        private JdbcStorage storage(String tenant) {
            DataSource dataSource = database.dataSource();
            return JdbcStorage.over(dataSource, tenant);
        }
    }
}
