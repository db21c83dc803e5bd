package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;

/** Where what accounts had has gone, in {@code om_account_successor}; all steps are followed at once. */
final class AccountLines {
    private static final String SUCCESSORS = """
            with recursive line as (
              select s.account as asked, s.successor as found, 1 as step
                from om_account_successor s
               where s.tenant = :tenant and s.account {in:accounts}
              union all
              select line.asked, s.successor as found, line.step + 1 as step
                from line
                join om_account_successor s on s.tenant = :tenant and s.account = line.found)
            select asked, found, step from line order by asked, step""";

    private static final String BROUGHT = "select " + AccountRow.COLUMNS + """
             from om_account_successor s
             join om_account a on a.tenant = s.tenant and a.id = s.account
            where s.tenant = :tenant and s.member = :member
            order by a.id""";
    private static final String BRINGER = """
            select member from om_account_successor
             where tenant = :tenant and account = :account and member is not null""";
    private static final Removal SUCCESSION = Removal.of(Table.ACCOUNT_SUCCESSOR, "account");

    private final JdbcUnit unit;

    AccountLines(JdbcUnit unit) {
        this.unit = unit;
    }

    void succeed(AccountId closed, AccountId successor, @Nullable MemberId bringer) {
        unit.add(Table.ACCOUNT_SUCCESSOR, closed.value(), successor.value(), bringer == null ? null : bringer.value());
    }

    void separate(AccountId reopened) {
        unit.remove(SUCCESSION, reopened.value());
    }

    List<MemberAccount> broughtBy(MemberId member) {
        return unit.gather().bind("member", member.value()).all(BROUGHT, AccountRow::read);
    }

    Optional<MemberId> bringer(AccountId account) {
        return unit.gather().bind("account", account.value()).one(BRINGER, row -> MemberId.of(row.getString("member")));
    }

    Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts) {
        Map<AccountId, List<AccountId>> lines = new TreeMap<>();
        for (Step step : steps(accounts)) {
            lines.computeIfAbsent(step.asked(), any -> new ArrayList<>()).add(step.found());
        }
        return lines;
    }

    private record Step(AccountId asked, AccountId found) {}

    private List<Step> steps(Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("accounts", JdbcAccountStore.texts(accounts))
                        .all(
                                SUCCESSORS,
                                row -> new Step(
                                        AccountId.of(row.getString("asked")), AccountId.of(row.getString("found"))));
    }
}
