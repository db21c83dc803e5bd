package org.openmembership.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.CommandStore;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;

/** Recorded commands in {@code om_command}; what makes a key unique is the table's primary key. */
final class JdbcCommandStore implements CommandStore {
    private static final String OF_KEY = """
            select operation, key_source, key_value, club, account, fingerprint, first_seq, last_seq, outcome, figures,
                   actor_kind, actor_reference, recorded_at
              from om_command
             where tenant = :tenant and operation = :operation and key_source = :source and key_value = :value""";
    private static final String IN_CLUB = OF_KEY + " and club = :club";
    private static final String IN_ALL_CLUBS = OF_KEY + " order by club";

    /** The cross join keeps SQLite from looking at all commands of the operation, to ask of each whether its key is wanted. */
    private static final String OF_KEYS = """
            select c.operation, c.key_source, c.key_value, c.club, c.account, c.fingerprint, c.first_seq, c.last_seq, c.outcome,
                   c.figures, c.actor_kind, c.actor_reference, c.recorded_at
              from {rows:wanted}
              cross join om_command c
             where c.tenant = :tenant and c.operation = :operation and c.key_source = wanted.source
               and c.key_value = wanted.value
             order by c.key_source, c.key_value, c.club""";

    private final JdbcUnit unit;

    JdbcCommandStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void addAll(List<RecordedCommand> commands) {
        commands.forEach(command -> CommandRow.add(unit, command));
    }

    @Override
    public Optional<RecordedCommand> find(CommandKey key) {
        return ask(key.operation(), key.key()).bind("club", key.club().value()).one(IN_CLUB, CommandRow::read);
    }

    @Override
    public List<RecordedCommand> findInAllClubs(Operation operation, ExternalKey key) {
        return ask(operation, key).all(IN_ALL_CLUBS, CommandRow::read);
    }

    @Override
    public List<RecordedCommand> findAll(Operation operation, Collection<ExternalKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : unit.gather()
                        .bind("operation", operation)
                        .rows("wanted", Keys.COLUMNS, Keys.rows(keys))
                        .all(OF_KEYS, CommandRow::read);
    }

    /**
     * Tries to record the key, which waits for any transaction that has done so and is not over, and lets go of it again:
     * the database makes the second of two equal keys wait for the first.
     */
    @Nullable
    Void awaitOthers(CommandKey key) {
        if (find(key).isEmpty()) {
            RecordedCommand.Effect none = RecordedCommand.Effect.none(AccountId.of("none"));
            RecordedCommand.Origin nobody = new RecordedCommand.Origin(Actor.SYSTEM, java.time.Instant.EPOCH);
            CommandRow.add(unit, new RecordedCommand(key, Fingerprint.of(""), none, Answer.of("SETTLED"), nobody));
            unit.flush();
        }
        unit.rollback();
        return null;
    }

    private Gathering ask(Operation operation, ExternalKey key) {
        return unit.gather()
                .bind("operation", operation)
                .bind("source", key.source())
                .bind("value", key.value());
    }
}
