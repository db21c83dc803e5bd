package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** A user as a row of {@code om_app_user}. */
final class UserRow {
    private static final Change CHANGED =
            Change.of(Table.APP_USER, "email, email_key, enabled, verified_at, epoch", "id, epoch");

    private UserRow() {}

    static void add(JdbcUnit unit, User user) {
        EmailAddress email = user.email();
        unit.add(
                Table.APP_USER,
                user.id().value(),
                user.username().value(),
                email == null ? null : email.typed(),
                email == null ? null : email.key().value(),
                user.enabled(),
                user.verifiedAt(),
                user.epoch());
    }

    static void update(JdbcUnit unit, User user) {
        EmailAddress email = user.email();
        unit.changeInTurn(
                CHANGED,
                email == null ? null : email.typed(),
                email == null ? null : email.key().value(),
                user.enabled(),
                user.verifiedAt(),
                user.epoch(),
                user.id().value(),
                user.epoch() - 1);
    }

    static User read(ResultSet row) throws SQLException {
        return new User(
                UserId.of(row.getString("id")),
                new Username(row.getString("username")),
                CustomerRow.email(row),
                Values.flag(row, "enabled"),
                Values.instantOrNull(row, "verified_at"),
                row.getInt("epoch"));
    }
}
