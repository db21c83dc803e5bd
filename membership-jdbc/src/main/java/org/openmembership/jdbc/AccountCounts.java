package org.openmembership.jdbc;

import java.util.List;
import org.openmembership.account.AccountStore.SchemeCount;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;

/** How many accounts of a club hold its schemes. */
final class AccountCounts {
    private static final String BY_SCHEME = """
            select scheme, count(*) as accounts
              from om_account
             where tenant = :tenant and club = :club
             group by scheme
             order by scheme""";
    private static final String IN_USE = """
            select used.scheme, count(*) as accounts
              from (select a.scheme from om_account a where a.tenant = :tenant and a.club = :club
                    union all
                    select a.coming_scheme as scheme
                      from om_account a
                     where a.tenant = :tenant and a.club = :club and a.coming_scheme <> a.scheme) used
             group by used.scheme
             order by used.scheme""";

    private AccountCounts() {}

    static List<SchemeCount> byScheme(ClubId club, JdbcUnit unit) {
        return counted(BY_SCHEME, club, unit);
    }

    static List<SchemeCount> bySchemeInUse(ClubId club, JdbcUnit unit) {
        return counted(IN_USE, club, unit);
    }

    private static List<SchemeCount> counted(String question, ClubId club, JdbcUnit unit) {
        return unit.gather()
                .bind("club", club.value())
                .all(question, row -> new SchemeCount(SchemeId.of(row.getString("scheme")), row.getLong("accounts")));
    }
}
