package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.ThrottleStore;
import org.openmembership.user.ThrottledAccount;

/** Counts of failures in {@code om_throttle}. */
final class JdbcThrottleStore implements ThrottleStore {
    private static final String LOCKED = """
            select id, account, failures, counted_at, paused_until, trusted_at, version
              from om_throttle
             where tenant = :tenant and id {in:keys}
             order by id{lock}""";
    private static final String QUIET = """
            select id, account
              from om_throttle
             where tenant = :tenant and counted_at <= :instant
             order by counted_at, id
             limit :limit""";
    private static final Change CHANGED =
            Change.of(Table.THROTTLE, "failures, counted_at, paused_until, trusted_at, version", "id, version");
    private static final Removal FORGOTTEN = Removal.of(Table.THROTTLE, "id");

    private static final Removal OF_ACCOUNT = Removal.of(Table.THROTTLE, "account");

    private final JdbcUnit unit;

    JdbcThrottleStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<Throttle> lock(SortedSet<ThrottleKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return unit.gather()
                .list("keys", keys.stream().map(ThrottleKey::value).toList())
                .all(LOCKED, JdbcThrottleStore::read);
    }

    /** Two statements in any case: new ones and changed ones or, where there are only new or only changed ones, a vain one. */
    @Override
    public void put(List<Throttle> throttles) {
        if (throttles.stream().map(JdbcThrottleStore::isNew).distinct().count() == 1) {
            unit.remove(FORGOTTEN, Removal.OF_NOTHING);
        }
        throttles.forEach(this::put);
    }

    private static boolean isNew(Throttle throttle) {
        return throttle.version() == Throttle.FIRST_VERSION;
    }

    private void put(Throttle throttle) {
        if (isNew(throttle)) {
            ThrottledAccount account = throttle.key().account();
            unit.add(
                    Table.THROTTLE,
                    throttle.key().value(),
                    account == null ? null : account.value(),
                    throttle.failures(),
                    throttle.countedAt(),
                    throttle.pausedUntil(),
                    throttle.trustedAt(),
                    throttle.version());
            return;
        }
        unit.change(
                CHANGED,
                throttle.failures(),
                throttle.countedAt(),
                throttle.pausedUntil(),
                throttle.trustedAt(),
                throttle.version(),
                throttle.key().value(),
                throttle.version() - 1);
    }

    @Override
    public List<ThrottleKey> quietSince(Instant instant, int limit) {
        return unit.gather().bind("instant", instant).bind("limit", limit).all(QUIET, JdbcThrottleStore::key);
    }

    @Override
    public void remove(List<ThrottleKey> quiet) {
        quiet.forEach(key -> unit.remove(FORGOTTEN, key.value()));
    }

    @Override
    public void forget(Set<ThrottledAccount> accounts) {
        accounts.forEach(account -> unit.remove(OF_ACCOUNT, account.value()));
    }

    private static ThrottleKey key(ResultSet row) throws SQLException {
        String account = row.getString("account");
        return new ThrottleKey(row.getString("id"), account == null ? null : new ThrottledAccount(account));
    }

    private static Throttle read(ResultSet row) throws SQLException {
        return new Throttle(
                key(row),
                row.getInt("failures"),
                Values.instant(row, "counted_at"),
                Values.instant(row, "paused_until"),
                Values.instantOrNull(row, "trusted_at"),
                row.getInt("version"));
    }
}
