package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.account.MemberAccount;
import org.openmembership.idempotency.Operation;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.ObservedDataSource.Observer;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.shared.Points;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.AnyEntry;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Story;

/** What becomes of a unit of work when the database does not answer, or answers that something was in the way. */
final class LostAnswersTest {
    private static final Instant NOW = Any.minute(10);

    @Requirement("F5")
    @ParameterizedTest
    @EnumSource
    void a_commit_whose_answer_is_lost_is_found_when_it_is_run_again(DatabaseEngine engine) {
        World world = new World(engine);

        assertThat(world.redeem(afterCommit(once(connectionLost())))).isFalse();

        assertThat(world.booked()).isEqualTo(Points.of(990));
    }

    @Requirement("F5")
    @ParameterizedTest
    @EnumSource
    void a_commit_that_never_arrived_is_done_when_it_is_run_again(DatabaseEngine engine) {
        World world = new World(engine);

        assertThat(world.redeem(beforeCommit(once(connectionLost())))).isTrue();

        assertThat(world.booked()).isEqualTo(Points.of(990));
    }

    @Requirement("R27")
    @ParameterizedTest
    @EnumSource
    void commits_that_never_answer_end_in_an_unknown_outcome(DatabaseEngine engine) {
        World world = new World(engine);

        assertThatThrownBy(() -> world.redeem(beforeCommit(connectionLost())))
                .isInstanceOf(OutcomeUnknownException.class);

        assertThat(world.booked()).isEqualTo(Points.of(1_000));
    }

    @Requirement("F7")
    @ParameterizedTest
    @EnumSource
    void a_race_that_is_always_lost_ends_in_busy_and_leaves_nothing(DatabaseEngine engine) {
        World world = new World(engine);

        assertThatThrownBy(() -> world.redeem(beforeCommit(inTheWay()))).isInstanceOf(BusyException.class);

        assertThat(world.booked()).isEqualTo(Points.of(1_000));
    }

    @Requirement("F3")
    @ParameterizedTest
    @EnumSource
    void whichever_statement_loses_a_race_the_work_is_done_once(DatabaseEngine engine) {
        World world = new World(engine);
        int done = 0;
        boolean failed = true;
        for (int n = 1; failed; n++) {
            NthFails nth = new NthFails(n);
            if (world.redeem(nth)) {
                done++;
            }
            failed = nth.left.get() <= 0;
        }

        assertThat(done).isGreaterThan(1);
        assertThat(world.booked()).isEqualTo(Points.of(1_000L - 10L * done));
    }

    /** An account with a thousand points. */
    private static final class World {
        private final TestDatabase database;
        private final String tenant = UUID.randomUUID().toString();
        private final JdbcStorage storage;
        private final MemberAccount account;

        World(DatabaseEngine engine) {
            database = JdbcStorageFixture.shared(engine);
            storage = JdbcStorage.over(database.dataSource(), tenant);
            Story story = new Story(storage);
            account = story.account();
            story.earn(account.id(), "1000", Any.anyInstant());
        }

        /** Redeems ten points over a connection that is interfered with. */
        boolean redeem(Observer observer) {
            Storage observed = JdbcStorage.over(ObservedDataSource.of(database.dataSource(), observer), tenant)
                    .retrying(4, Duration.ofSeconds(20));
            return new Redeeming(
                            account.id(),
                            AnyEntry.anyCommandKey(Operation.REDEMPTION, account.club()),
                            Points.of(10),
                            NOW)
                    .on(observed);
        }

        Points booked() {
            return new Story(storage).current(account.id()).head().booked();
        }
    }

    /** One thing that goes wrong. */
    private interface Trouble {
        void happen() throws SQLException;
    }

    private static Trouble connectionLost() {
        return () -> {
            throw new SQLException("the connection is gone", "08006");
        };
    }

    /** What each of the engines says when something is in the way: a state on servers, a code in SQLite. */
    private static Trouble inTheWay() {
        return () -> {
            throw new SQLException("somebody was there first", "40001", 5);
        };
    }

    private static Trouble once(Trouble trouble) {
        AtomicInteger times = new AtomicInteger();
        return () -> {
            if (times.incrementAndGet() == 1) {
                trouble.happen();
            }
        };
    }

    private static Observer beforeCommit(Trouble trouble) {
        return new Observer() {
            @Override
            public void before(String sql) throws SQLException {
                if (sql.endsWith("commit")) {
                    trouble.happen();
                }
            }
        };
    }

    private static Observer afterCommit(Trouble trouble) {
        return new Observer() {
            @Override
            public void after(String sql) throws SQLException {
                if (sql.endsWith("commit")) {
                    trouble.happen();
                }
            }
        };
    }

    /** Lets the n-th statement lose a race, all others pass. */
    private static final class NthFails implements Observer {
        private final AtomicInteger left;

        NthFails(int n) {
            left = new AtomicInteger(n);
        }

        @Override
        public void before(String sql) throws SQLException {
            if (!sql.contains("om_tenant")
                    && !sql.contains("om_schema_step")
                    && !sql.equals("rollback")
                    && left.decrementAndGet() == 0) {
                inTheWay().happen();
            }
        }
    }
}
