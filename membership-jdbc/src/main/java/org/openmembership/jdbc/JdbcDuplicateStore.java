package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicate.DuplicateStore;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.duplicate.SharedKey.Kind;
import org.openmembership.duplicate.Suspect;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

/**
 * Duplicates, found by walking along an index of what may be shared; it stops when the page is full, however many customers
 * there are. Dismissals are in {@code om_duplicate_dismissal}.
 */
final class JdbcDuplicateStore implements DuplicateStore {
    private static final String OF_SURNAME = " and %s.kind = 'SURNAME_AND_POSTCODE'";
    private static final String GROUPS_BY_EMAIL = groups("om_customer", "email_key", "id", "");
    private static final String GROUPS_BY_SURNAME = groups("om_customer_key", "value", "customer", OF_SURNAME);
    private static final String MEMBERS_BY_EMAIL = """
            select k.id from om_customer k
             where k.tenant = :tenant and k.email_key = :value and k.id > :after order by k.id limit :limit""";
    private static final String MEMBERS_BY_SURNAME = """
            select k.customer as id from om_customer_key k
             where k.tenant = :tenant and k.kind = 'SURNAME_AND_POSTCODE' and k.value = :value and k.customer > :after
             order by k.customer limit :limit""";

    /** The cross joins keep SQLite from looking at everybody's keys first, to ask of each whether the customer has it too. */
    private static final String SUSPECTS = """
            select found.id, max(found.by_email) as by_email, max(found.by_surname) as by_surname
              from (select b.id, 1 as by_email, 0 as by_surname
                      from om_customer a
                      cross join om_customer b
                     where a.tenant = :tenant and a.id = :customer
                       and b.tenant = a.tenant and b.email_key = a.email_key and b.id <> a.id and b.id > :after
                    union all
                    select b.customer, 0, 1
                      from om_customer_key a
                      cross join om_customer_key b
                     where a.tenant = :tenant and a.customer = :customer and a.kind = 'SURNAME_AND_POSTCODE'
                       and b.tenant = a.tenant and b.kind = a.kind and b.value = a.value and b.customer <> a.customer
                       and b.customer > :after) found
             where not exists (select 1 from om_duplicate_dismissal d
                                where d.tenant = :tenant and d.first_customer = found.id
                                  and d.second_customer = :customer)
               and not exists (select 1 from om_duplicate_dismissal d
                                where d.tenant = :tenant and d.first_customer = :customer
                                  and d.second_customer = found.id)
             group by found.id order by found.id limit :limit""";

    private static final String DISMISSED = """
            select first_customer, second_customer, actor_kind, actor_reference, dismissed_at
              from om_duplicate_dismissal
             where tenant = :tenant and first_customer = :first and second_customer = :second""";

    private static final String GROUPS = "duplicates";
    private static final String MEMBERS = "duplicates-of-key";
    private static final String LIKE = "duplicates-of-customer";

    private final JdbcUnit unit;

    JdbcDuplicateStore(JdbcUnit unit) {
        this.unit = unit;
    }

    /**
     * The groups of those who share a {@code key}. It stays as long as one pair of it is not dismissed; of most, the first
     * that is looked at, and nobody looks where nothing was ever dismissed.
     *
     * <p>Nearly all keys belong to one customer, so only the number of those who share one is worked out for each; the first
     * and the last are looked up for those who are many. They are grouped lest PostgreSQL, before it knows its tables, walk
     * along the primary key until one of the group comes by.
     *
     * @param only what else holds for the rows, of which {@code %s} are called
     */
    private static String groups(String table, String key, String id, String only) {
        return """
                select k.%2$s as value, count(*) as size,
                       (select min(m.%3$s) from %1$s m
                         where m.tenant = :tenant and m.%2$s = k.%2$s%5$s group by m.%2$s) as first_id,
                       (select max(m.%3$s) from %1$s m
                         where m.tenant = :tenant and m.%2$s = k.%2$s%5$s group by m.%2$s) as last_id
                  from %1$s k
                 where k.tenant = :tenant and k.%2$s > :after%4$s
                 group by k.%2$s
                having count(*) > 1
                   and (not exists (select 1 from om_duplicate_dismissal one where one.tenant = :tenant)
                        or exists (select 1
                                     from %1$s a
                                     join %1$s b on b.tenant = a.tenant and b.%2$s = k.%2$s and b.%3$s > a.%3$s%7$s
                                    where a.tenant = :tenant and a.%2$s = k.%2$s%6$s
                                      and not exists (select 1
                                                        from om_duplicate_dismissal d
                                                       where d.tenant = a.tenant and d.first_customer = a.%3$s
                                                         and d.second_customer = b.%3$s)))
                 order by k.%2$s limit :limit""".formatted(
                table, key, id, only.formatted("k"), only.formatted("m"), only.formatted("a"), only.formatted("b"));
    }

    @Override
    public Page<DuplicateGroup> groups(Page.Request page) {
        Place after = Place.of(page);
        List<DuplicateGroup> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int missing = page.limit() + 1 - found.size();
            if (missing > 0 && kind.compareTo(after.kind()) >= 0) {
                String from = kind == after.kind() ? after.value() : "";
                found.addAll(unit.gather()
                        .bind("after", from)
                        .bind("limit", missing)
                        .all(kind == Kind.EMAIL ? GROUPS_BY_EMAIL : GROUPS_BY_SURNAME, row -> group(kind, row)));
            }
        }
        return Pages.of(
                found,
                page,
                GROUPS,
                last -> last.key().kind() + "/" + last.key().value());
    }

    private static DuplicateGroup group(Kind kind, ResultSet row) throws SQLException {
        return new DuplicateGroup(
                new SharedKey(kind, row.getString("value")),
                row.getLong("size"),
                CustomerId.of(row.getString("first_id")),
                CustomerId.of(row.getString("last_id")));
    }

    @Override
    public Page<CustomerId> members(SharedKey key, Page.Request page) {
        List<CustomerId> found = unit.gather()
                .bind("value", key.value())
                .bind("after", afterId(page, MEMBERS))
                .bind("limit", page.limit() + 1)
                .all(
                        key.kind() == Kind.EMAIL ? MEMBERS_BY_EMAIL : MEMBERS_BY_SURNAME,
                        row -> CustomerId.of(row.getString("id")));
        return Pages.of(found, page, MEMBERS, CustomerId::value);
    }

    @Override
    public Page<Suspect> suspects(CustomerId customer, Page.Request page) {
        List<Suspect> found = unit.gather()
                .bind("customer", customer.value())
                .bind("after", afterId(page, LIKE))
                .bind("limit", page.limit() + 1)
                .all(SUSPECTS, JdbcDuplicateStore::suspect);
        return Pages.of(found, page, LIKE, last -> last.customer().value());
    }

    private static Suspect suspect(ResultSet row) throws SQLException {
        Set<Kind> shared = EnumSet.noneOf(Kind.class);
        if (row.getInt("by_email") == 1) {
            shared.add(Kind.EMAIL);
        }
        if (row.getInt("by_surname") == 1) {
            shared.add(Kind.SURNAME_AND_POSTCODE);
        }
        return new Suspect(CustomerId.of(row.getString("id")), shared);
    }

    @Override
    public void dismiss(Dismissal dismissal) {
        unit.add(
                Table.DUPLICATE_DISMISSAL,
                dismissal.pair().first().value(),
                dismissal.pair().second().value(),
                dismissal.by().kind(),
                dismissal.by().reference(),
                dismissal.at());
    }

    @Override
    public Optional<Dismissal> find(CustomerPair pair) {
        return unit.gather()
                .bind("first", pair.first().value())
                .bind("second", pair.second().value())
                .one(DISMISSED, row -> new Dismissal(pair, TopicRow.actor(row), Values.instant(row, "dismissed_at")));
    }

    private static String afterId(Page.Request page, String list) {
        Page.Cursor after = page.after(list);
        return after == null ? "" : after.value();
    }

    /** The key of the last group on the page before. */
    private record Place(Kind kind, String value) {
        private static Place of(Page.Request page) {
            Page.Cursor after = page.after(GROUPS);
            if (after == null) {
                return new Place(Kind.EMAIL, "");
            }
            for (Kind kind : Kind.values()) {
                if (after.value().startsWith(kind + "/")) {
                    return new Place(kind, after.value().substring(kind.name().length() + 1));
                }
            }
            throw new ForgedCursorException(after);
        }
    }
}
