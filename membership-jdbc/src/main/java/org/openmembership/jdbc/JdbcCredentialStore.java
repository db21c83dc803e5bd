package org.openmembership.jdbc;

import java.util.Optional;
import org.openmembership.user.Credential;
import org.openmembership.user.CredentialStore;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.UserId;

/** What passwords are checked against, in {@code om_credential}. */
final class JdbcCredentialStore implements CredentialStore {
    private static final String OF_USER =
            "select user_id, hash, set_at, version from om_credential where tenant = :tenant and user_id = :user";
    private static final Change CHANGED = Change.of(Table.CREDENTIAL, "hash, set_at, version", "user_id, version");

    private final JdbcUnit unit;

    JdbcCredentialStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void put(Credential credential) {
        String user = credential.user().value();
        String hash = credential.hash().value();
        int version = credential.version();
        if (version == Credential.FIRST_VERSION) {
            unit.add(Table.CREDENTIAL, user, hash, credential.setAt(), version);
        } else {
            unit.change(CHANGED, hash, credential.setAt(), version, user, version - 1);
        }
    }

    @Override
    public Optional<Credential> find(UserId user) {
        return unit.gather()
                .bind("user", user.value())
                .one(
                        OF_USER,
                        row -> new Credential(
                                UserId.of(row.getString("user_id")),
                                new PasswordHash(row.getString("hash")),
                                Values.instant(row, "set_at"),
                                row.getInt("version")));
    }
}
