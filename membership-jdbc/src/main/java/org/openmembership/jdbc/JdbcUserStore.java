package org.openmembership.jdbc;

import java.util.List;
import java.util.Optional;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.UserStore;
import org.openmembership.user.Username;

/** Users in {@code om_app_user}; usernames are unique and compared byte for byte by the table's own key. */
final class JdbcUserStore implements UserStore {
    private static final String COLUMNS =
            "select id, username, email, enabled, verified_at, epoch from om_app_user where tenant = :tenant";
    private static final String BY_ID = COLUMNS + " and id = :id";
    private static final String BY_USERNAME = COLUMNS + " and username = :username";

    private static final String WITH_LOGIN = COLUMNS + "\n" + """
             and id in (select named.id
                          from om_app_user named
                         where named.tenant = :tenant and named.username = :login
                         union
                        select reached.id
                          from om_app_user reached
                         where reached.tenant = :tenant and reached.email_key = :login)
             order by username""";

    private static final Removal NOBODY = Removal.of(Table.APP_USER, "id");

    private final JdbcUnit unit;

    JdbcUserStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(User user) {
        UserRow.add(unit, user);
    }

    @Override
    public void update(User user) {
        UserRow.update(unit, user);
    }

    @Override
    public void pretend() {
        unit.remove(NOBODY, Removal.OF_NOTHING);
    }

    @Override
    public Optional<User> find(UserId id) {
        return unit.gather().bind("id", id.value()).one(BY_ID, UserRow::read);
    }

    @Override
    public Optional<User> withUsername(Username username) {
        return unit.gather().bind("username", username.value()).one(BY_USERNAME, UserRow::read);
    }

    @Override
    public List<User> withLogin(Username login) {
        return unit.gather().bind("login", login.value()).all(WITH_LOGIN, UserRow::read);
    }
}
