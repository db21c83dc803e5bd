package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.Storage;
import org.openmembership.storage.StorageException;
import org.openmembership.storage.UnsuitableTransactionException;

/** The unit of work itself, on every engine. */
final class FoundationTest {
    private static final CommandKey KEY =
            new CommandKey(Operation.SALE, ClubId.of("club"), ExternalKey.of("till-7", "receipt-1"));

    @ParameterizedTest
    @EnumSource
    void what_a_unit_of_work_writes_is_there_afterwards(DatabaseEngine engine) {
        try (TestDatabase database = engine.fresh()) {
            assertThat(JdbcSchema.of(database.dataSource()).apply()).isPositive();
            assertThat(JdbcSchema.of(database.dataSource()).apply()).isZero();
            Storage storage = JdbcStorage.over(database.dataSource());

            RecordedCommand seen = storage.inUnitOfWork(stores -> {
                stores.commands().addAll(List.of(command(KEY)));
                return stores.commands().find(KEY).orElseThrow();
            });

            assertThat(seen).isEqualTo(command(KEY));
            assertThat(storage.<RecordedCommand>read(
                            stores -> stores.commands().find(KEY).orElseThrow()))
                    .isEqualTo(seen);
            storage.settle(KEY);
            storage.settle(new CommandKey(Operation.EXPIRY, KEY.club(), KEY.key()));
            assertThat(storage.<Boolean>read(stores -> stores.commands()
                            .findInAllClubs(Operation.EXPIRY, KEY.key())
                            .isEmpty()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_undoes_everything(DatabaseEngine engine) {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            Storage storage = JdbcStorage.over(database.dataSource());

            assertThatThrownBy(() -> storage.inUnitOfWork(stores -> {
                        stores.commands().addAll(List.of(command(KEY)));
                        stores.commands().find(KEY);
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");

            assertThat(storage.<Boolean>read(
                            stores -> stores.commands().find(KEY).isEmpty()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_duplicate_that_stays_one_ends_as_busy(DatabaseEngine engine) {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            Storage storage = JdbcStorage.over(database.dataSource());
            add(storage);

            assertThatThrownBy(() -> add(storage)).isInstanceOf(BusyException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_host_keeps_or_undoes_what_joins_its_transaction(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            JdbcStorage storage = JdbcStorage.over(database.dataSource());
            try (Connection connection = database.connect()) {
                assertThatThrownBy(() -> add(storage.joining(connection)))
                        .isInstanceOf(UnsuitableTransactionException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_without_tables_is_refused(DatabaseEngine engine) {
        try (TestDatabase database = engine.fresh()) {
            assertThatThrownBy(() -> add(JdbcStorage.over(database.dataSource())))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no tables yet");
        }
    }

    private static void add(Storage storage) {
        storage.inUnitOfWork(stores -> {
            stores.commands().addAll(List.of(command(KEY)));
            return true;
        });
    }

    private static RecordedCommand command(CommandKey key) {
        return new RecordedCommand(
                key,
                Fingerprint.of("content"),
                RecordedCommand.Effect.none(AccountId.of("a-1")),
                Answer.of("DONE"),
                new RecordedCommand.Origin(Actor.SYSTEM, Instant.parse("2026-01-02T03:04:05.678901Z")));
    }
}
