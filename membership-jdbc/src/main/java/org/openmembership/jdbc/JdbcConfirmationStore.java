package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationFacts;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.ConfirmationStore;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** Confirmations in {@code om_confirmation}. */
final class JdbcConfirmationStore implements ConfirmationStore {
    private static final String COLUMNS = """
            select id, purpose, user_id, epoch, email, previous, code_hash, token_hash, expires_at, attempts, state,
                   created_at, version
              from om_confirmation
             where tenant = :tenant""";
    private static final String BY_ID = COLUMNS + " and id = :confirmation order by id";
    static final String OF_USERS = COLUMNS + " and user_id {in:users} order by id";
    private static final String LOCKED = BY_ID + "{lock}";
    private static final String SUBJECT = """
            select u.id, u.username, u.email, u.enabled, u.verified_at, u.epoch
              from om_app_user u
              join om_confirmation c on c.tenant = u.tenant and c.user_id = u.id
             where c.tenant = :tenant and c.id = :confirmation""";
    private static final String NEWER = """
            select n.id
              from om_confirmation n
              join om_confirmation c on c.tenant = n.tenant and c.user_id = n.user_id and c.purpose = n.purpose
             where c.tenant = :tenant
               and c.id = :confirmation
               and (n.created_at > c.created_at or (n.created_at = c.created_at and n.id > c.id))
             order by n.created_at, n.id
             limit 1""";
    private static final Change CHANGED = SecretsRow.changed(Table.CONFIRMATION);

    private final JdbcUnit unit;

    JdbcConfirmationStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Confirmation confirmation) {
        Confirmation.Subject subject = confirmation.subject();
        KeptSecrets secrets = confirmation.secrets();
        unit.add(
                Table.CONFIRMATION,
                confirmation.id().value(),
                confirmation.purpose(),
                subject == null ? null : subject.user().value(),
                subject == null ? null : subject.epoch(),
                subject == null ? null : subject.address().typed(),
                subject == null ? null : typed(subject.previous()),
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                confirmation.attempts(),
                confirmation.state(),
                confirmation.createdAt(),
                confirmation.version());
    }

    @Override
    public void update(Confirmation confirmation) {
        SecretsRow.change(
                unit,
                CHANGED,
                confirmation.id().value(),
                confirmation.secrets(),
                confirmation.attempts(),
                confirmation.state(),
                confirmation.version());
    }

    @Override
    public Optional<Confirmation> find(ConfirmationId id) {
        return unit.gather().bind("confirmation", id.value()).one(BY_ID, JdbcConfirmationStore::read);
    }

    @Override
    public Optional<ConfirmationFacts> forUpdate(ConfirmationId id) {
        Gathering gathering = unit.gather().bind("confirmation", id.value());
        Gathering.Answers<Confirmation> confirmation = gathering.ask(LOCKED, JdbcConfirmationStore::read);
        Gathering.Answers<User> user = gathering.ask(SUBJECT, UserRow::read);
        Gathering.Answers<String> newer = gathering.ask(NEWER, row -> row.getString("id"));
        gathering.run();

        return confirmation
                .one()
                .map(found -> new ConfirmationFacts(
                        found, user.one().orElse(null), newer.one().isEmpty()));
    }

    static Confirmation read(ResultSet row) throws SQLException {
        return new Confirmation(
                ConfirmationId.of(row.getString("id")),
                Confirmation.Purpose.valueOf(row.getString("purpose")),
                subject(row),
                SecretsRow.read(row),
                row.getInt("attempts"),
                Confirmation.State.valueOf(row.getString("state")),
                Values.instant(row, "created_at"),
                row.getInt("version"));
    }

    private static Confirmation.@Nullable Subject subject(ResultSet row) throws SQLException {
        String user = row.getString("user_id");
        EmailAddress address = CustomerRow.email(row);
        return user == null || address == null
                ? null
                : new Confirmation.Subject(
                        UserId.of(user), row.getInt("epoch"), address, CustomerRow.email(row, "previous"));
    }

    private static @Nullable String typed(@Nullable EmailAddress address) {
        return address == null ? null : address.typed();
    }
}
