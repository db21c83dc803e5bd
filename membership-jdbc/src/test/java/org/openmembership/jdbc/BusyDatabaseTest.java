package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.User;

/** A database that others keep busy: an answer in time, and nothing by halves. */
final class BusyDatabaseTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    @Requirement("F9")
    void a_row_that_the_host_holds_ends_as_busy_with_nothing_written(DatabaseEngine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            JdbcStorage storage = JdbcStorage.over(database.dataSource()).retrying(3, DEADLINE);
            User user = AnyMember.anyUser();
            Customer customer = AnyCustomer.anyCustomer();
            storage.inUnitOfWork(stores -> {
                stores.users().add(user);
                return user;
            });

            try (Connection host = database.connect()) {
                hold(host, engine, user);
                long start = System.nanoTime();
                assertThatThrownBy(() -> change(storage, user, customer)).isInstanceOf(BusyException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.multipliedBy(5));
                assertThat(find(storage, customer.id())).isEmpty();
            }

            change(storage, user, customer);
            assertThat(find(storage, customer.id())).contains(customer);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    @Requirement("F10")
    void a_pool_of_one_serves_sixteen_threads_or_says_busy(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            Storage storage = JdbcStorage.over(database.pool(config -> {
                config.setMaximumPoolSize(1);
                config.setConnectionTimeout(1_000);
            }));
            List<Callable<List<CustomerId>>> tills = new ArrayList<>();
            for (int till = 0; till < 16; till++) {
                tills.add(() -> addSeveral(storage, 10));
            }

            List<CustomerId> kept = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(16);
            try {
                for (Future<List<CustomerId>> ids : threads.invokeAll(tills)) {
                    kept.addAll(ids.get());
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(kept).isNotEmpty();
            for (CustomerId id : kept) {
                assertThat(find(storage, id)).isPresent();
            }
        }
    }

    /** Several units of work, each of which asks and writes; those that were refused as busy are left out. */
    private static List<CustomerId> addSeveral(Storage storage, int count) {
        List<CustomerId> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Customer customer = AnyCustomer.anyFullCustomer();
            try {
                storage.inUnitOfWork(stores -> {
                    stores.customers().add(customer);
                    return stores.customers().find(customer.id());
                });
                kept.add(customer.id());
            } catch (BusyException late) {
                assertThat(late).hasMessageContaining("nothing was kept");
            }
        }
        return kept;
    }

    private static Optional<Customer> find(Storage storage, CustomerId id) {
        return storage.read(stores -> stores.customers().find(id));
    }

    private static void change(Storage storage, User user, Customer customer) {
        storage.inUnitOfWork(stores -> {
            stores.customers().add(customer);
            stores.users().update(user.withEnabled(false));
            return user;
        });
    }

    private static void hold(Connection host, DatabaseEngine engine, User user) throws SQLException {
        try (Statement statement = host.createStatement()) {
            if (engine == DatabaseEngine.SQLITE) {
                statement.execute("begin immediate");
            } else {
                host.setAutoCommit(false);
                statement.execute(
                        "select epoch from om_app_user where id = '" + user.id() + "' order by id for update");
            }
        }
    }
}
