package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailKey;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationState;
import org.openmembership.invitation.InvitationStore;
import org.openmembership.user.InvitationId;
import org.openmembership.user.KeptSecrets;

/** Invitations in {@code om_invitation}. */
final class JdbcInvitationStore implements InvitationStore {
    private static final String COLUMNS = """
            select id, customer, email_key, invited_at, code_hash, token_hash, expires_at, attempts, state, version
              from om_invitation
             where tenant = :tenant""";
    private static final String LOCKED = COLUMNS + " and id = :invitation order by id{lock}";
    private static final String OF_CUSTOMERS = COLUMNS + " and customer {in:customers} order by customer";
    private static final Change CHANGED = Change.of(
            Table.INVITATION,
            "email_key, invited_at, code_hash, token_hash, expires_at, attempts, state, version",
            "id, version");

    private final JdbcUnit unit;

    JdbcInvitationStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Invitation invitation) {
        KeptSecrets secrets = invitation.secrets();
        unit.add(
                Table.INVITATION,
                invitation.id().value(),
                invitation.customer().value(),
                invitation.email().value(),
                invitation.invitedAt(),
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                invitation.attempts(),
                invitation.state(),
                invitation.version());
    }

    @Override
    public void update(Invitation invitation) {
        KeptSecrets secrets = invitation.secrets();
        unit.change(
                CHANGED,
                invitation.email().value(),
                invitation.invitedAt(),
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                invitation.attempts(),
                invitation.state(),
                invitation.version(),
                invitation.id().value(),
                invitation.version() - 1);
    }

    @Override
    public Optional<Invitation> findForUpdate(InvitationId id) {
        return unit.gather().bind("invitation", id.value()).one(LOCKED, JdbcInvitationStore::read);
    }

    @Override
    public List<Invitation> of(Collection<CustomerId> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        List<String> ids =
                new TreeSet<>(customers).stream().map(CustomerId::value).toList();
        return unit.gather().list("customers", ids).all(OF_CUSTOMERS, JdbcInvitationStore::read);
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                InvitationId.of(row.getString("id")),
                CustomerId.of(row.getString("customer")),
                new EmailKey(row.getString("email_key")),
                Values.instant(row, "invited_at"),
                SecretsRow.read(row),
                row.getInt("attempts"),
                InvitationState.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
