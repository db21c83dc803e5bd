package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.SecretHash;

/** The hashes of a code and a token, and how far trying them has come: the same columns wherever something is proven by them. */
final class SecretsRow {
    private SecretsRow() {}

    /** The change of a row of {@code table} that {@link #change} makes. */
    static Change changed(Table table) {
        return Change.of(table, "code_hash, token_hash, expires_at, attempts, state, version", "id, version");
    }

    /** Writes the next version of a row. */
    static void change(
            JdbcUnit unit,
            Change changed,
            String id,
            @Nullable KeptSecrets secrets,
            int attempts,
            Enum<?> state,
            int version) {
        unit.change(
                changed, code(secrets), token(secrets), expiresAt(secrets), attempts, state, version, id, version - 1);
    }

    static @Nullable String code(@Nullable KeptSecrets secrets) {
        return secrets == null ? null : secrets.code().value();
    }

    static @Nullable String token(@Nullable KeptSecrets secrets) {
        return secrets == null ? null : secrets.token().value();
    }

    static @Nullable Instant expiresAt(@Nullable KeptSecrets secrets) {
        return secrets == null ? null : secrets.expiresAt();
    }

    /** Null once they have been used or are dead. */
    static @Nullable KeptSecrets read(ResultSet row) throws SQLException {
        String code = row.getString("code_hash");
        return code == null
                ? null
                : new KeptSecrets(
                        new SecretHash(code),
                        new SecretHash(row.getString("token_hash")),
                        Values.instant(row, "expires_at"));
    }
}
