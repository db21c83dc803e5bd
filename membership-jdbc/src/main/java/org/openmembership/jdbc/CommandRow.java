package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;

/** A recorded command as a row of {@code om_command}. */
final class CommandRow {
    private CommandRow() {}

    static void add(JdbcUnit unit, RecordedCommand command) {
        CommandKey key = command.key();
        unit.add(
                Table.COMMAND,
                key.operation(),
                key.key().source(),
                key.key().value(),
                key.club().value(),
                command.effect().account().value(),
                command.fingerprint().sha256(),
                command.effect().firstSeq(),
                command.effect().lastSeq(),
                command.answer().outcome(),
                command.answer().figuresAsText(),
                command.origin().actor().kind(),
                command.origin().actor().reference(),
                command.origin().recordedAt());
    }

    static RecordedCommand read(ResultSet row) throws SQLException {
        return new RecordedCommand(
                key(row),
                new Fingerprint(row.getString("fingerprint")),
                new RecordedCommand.Effect(
                        AccountId.of(row.getString("account")), row.getLong("first_seq"), row.getLong("last_seq")),
                Answer.of(row.getString("outcome"), row.getString("figures")),
                new RecordedCommand.Origin(
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")),
                        Values.instant(row, "recorded_at")));
    }

    /** The key a row of a command or an entry carries. */
    static CommandKey key(ResultSet row) throws SQLException {
        return new CommandKey(
                Operation.valueOf(row.getString("operation")),
                ClubId.of(row.getString("club")),
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")));
    }
}
