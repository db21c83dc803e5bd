package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.openmembership.jdbc.JdbcUnit.Home;
import org.openmembership.shared.Texts;
import org.openmembership.storage.StorageException;

/** The shops that share a database: each row belongs to one, named by a number. */
final class Tenants {
    static final String DEFAULT = "default";

    private static final int MAX_CODE = 40;

    private Tenants() {}

    static void requireCode(String code) {
        Texts.requireCode("tenantCode", code, MAX_CODE);
    }

    /**
     * Finds out where the rows of a tenant are.
     *
     * @param mayAdd whether an unknown one is added; only outside a transaction
     */
    static Home find(Connection connection, String code, boolean mayAdd) {
        try {
            Dialect dialect = Dialect.of(connection);
            JdbcSchema.requireUsable(connection);
            Optional<Integer> number = Bookkeeping.tenant(connection, code);
            if (number.isEmpty() && mayAdd) {
                add(connection, code);
                number = Bookkeeping.tenant(connection, code);
            }
            return new Home(
                    dialect,
                    number.orElseThrow(() -> new StorageException("There is no tenant " + code + " in this database")));
        } catch (SQLException failed) {
            throw new StorageException("The database cannot be opened", failed);
        }
    }

    /** Two nodes may add the same tenant, or two tenants the same number: then the key refuses one, which tries once more. */
    private static void add(Connection connection, String code) throws SQLException {
        for (int attempt = 1; Bookkeeping.tenant(connection, code).isEmpty(); attempt++) {
            try {
                Bookkeeping.addTenant(connection, code);
            } catch (SQLException taken) {
                if (attempt >= Attempts.Limit.DEFAULT.attempts()) {
                    throw taken;
                }
            }
        }
    }
}
