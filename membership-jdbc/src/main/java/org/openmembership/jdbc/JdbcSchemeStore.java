package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Grace;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.account.SchemeStore;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Page;

/** The routes to schemes in {@code om_scheme_standing}, read together with their accounts. */
final class JdbcSchemeStore implements SchemeStore {
    private static final String CASES = "select " + AccountRow.COLUMNS + """
            , s.earned_scheme, s.earned_since, s.earned_until, s.missed_on, s.grace_until, s.paid_scheme, s.paid_from,
                   s.paid_until,
                   (select max(m.number)
                      from om_scheme_move m
                     where m.tenant = a.tenant and m.account = a.id) as last_move
              from om_account a
              left join om_scheme_standing s on s.tenant = a.tenant and s.account = a.id
             where a.tenant = :tenant and a.id {in:ids}
             order by a.id""";
    private static final String MOVES = "select " + SchemeMoveRow.COLUMNS + """

              from om_scheme_move
             where tenant = :tenant and account = :account and number < :before
             order by number desc
             limit :limit""";
    private static final String MOVES_ON = """
            select m.account, m.number, m.from_scheme, m.to_scheme, m.cause, m.measure, m.recorded_at, m.effective_on, m.until_on
              from om_scheme_move m
              join om_account a on a.tenant = m.tenant and a.id = m.account
             where m.tenant = :tenant and m.effective_on = :day and m.account >= :account
               and (m.account > :account or m.number > :number) and m.cause <> 'OPENED' and a.club = :club
             order by m.account, m.number
             limit :limit""";
    private static final Change CHANGED = Change.of(
            Table.SCHEME_STANDING,
            "earned_scheme, earned_since, earned_until, missed_on, grace_until, paid_scheme, paid_from, paid_until",
            "account");

    private final JdbcUnit unit;

    JdbcSchemeStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<SchemeCase> cases(SortedSet<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather().list("ids", JdbcAccountStore.texts(accounts)).all(CASES, JdbcSchemeStore::read);
    }

    @Override
    public void add(SchemeStanding standing) {
        Earned earned = standing.earned();
        Grace grace = earned.grace();
        Paid paid = standing.paid();
        unit.add(
                Table.SCHEME_STANDING,
                standing.account().value(),
                earned.scheme().value(),
                earned.since(),
                earned.until(),
                grace == null ? null : grace.missedOn(),
                grace == null ? null : grace.until(),
                paid == null ? null : paid.scheme().value(),
                paid == null ? null : paid.from(),
                paid == null ? null : paid.until());
    }

    @Override
    public void change(SchemeStanding standing) {
        Earned earned = standing.earned();
        Grace grace = earned.grace();
        Paid paid = standing.paid();
        unit.change(
                CHANGED,
                earned.scheme().value(),
                earned.since(),
                earned.until(),
                grace == null ? null : grace.missedOn(),
                grace == null ? null : grace.until(),
                paid == null ? null : paid.scheme().value(),
                paid == null ? null : paid.from(),
                paid == null ? null : paid.until(),
                standing.account().value());
    }

    @Override
    public Page<SchemeMove> moves(AccountId account, Page.Request page) {
        Page.Cursor after = page.after();
        List<SchemeMove> found = unit.gather()
                .bind("account", account.value())
                .bind("before", after == null ? Long.MAX_VALUE : after.number())
                .bind("limit", page.limit() + 1)
                .all(MOVES, SchemeMoveRow::read);
        return Pages.of(found, page, last -> Integer.toString(last.number()));
    }

    @Override
    public List<SchemeMove> movesOn(ClubId club, LocalDate day, @Nullable SchemeMove after, int limit) {
        return unit.gather()
                .bind("club", club.value())
                .bind("day", day)
                .bind("account", after == null ? "" : after.account().value())
                .bind("number", after == null ? 0 : after.number())
                .bind("limit", limit)
                .all(MOVES_ON, SchemeMoveRow::read);
    }

    private static SchemeCase read(ResultSet row) throws SQLException {
        MemberAccount account = AccountRow.read(row);
        return new SchemeCase(account, standing(account.id(), row), row.getInt("last_move"));
    }

    private static @Nullable SchemeStanding standing(AccountId account, ResultSet row) throws SQLException {
        String scheme = row.getString("earned_scheme");
        if (scheme == null) {
            return null;
        }
        Earned earned = new Earned(
                SchemeId.of(scheme),
                Values.day(row, "earned_since"),
                Values.dayOrNull(row, "earned_until"),
                grace(row));
        return new SchemeStanding(account, earned, paid(row));
    }

    private static @Nullable Grace grace(ResultSet row) throws SQLException {
        LocalDate missedOn = Values.dayOrNull(row, "missed_on");
        LocalDate until = Values.dayOrNull(row, "grace_until");
        return missedOn == null || until == null ? null : new Grace(missedOn, until);
    }

    private static @Nullable Paid paid(ResultSet row) throws SQLException {
        String scheme = row.getString("paid_scheme");
        return scheme == null
                ? null
                : new Paid(SchemeId.of(scheme), Values.day(row, "paid_from"), Values.day(row, "paid_until"));
    }
}
