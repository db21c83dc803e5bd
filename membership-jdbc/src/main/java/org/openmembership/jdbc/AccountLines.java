package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmembership.account.AccountId;

/** Where what accounts had has gone, in {@code om_account_successor}; each question follows all steps at once. */
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
    private static final String PREDECESSORS = """
            with recursive line as (
              select s.successor as asked, s.account as found
                from om_account_successor s
               where s.tenant = :tenant and s.successor {in:accounts}
              union all
              select line.asked, s.account as found
                from line
                join om_account_successor s on s.tenant = :tenant and s.successor = line.found)
            select asked, found from line""";

    private final JdbcUnit unit;

    AccountLines(JdbcUnit unit) {
        this.unit = unit;
    }

    Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts) {
        Map<AccountId, List<AccountId>> lines = new TreeMap<>();
        for (Step step : steps(SUCCESSORS, accounts)) {
            lines.computeIfAbsent(step.asked(), any -> new ArrayList<>()).add(step.found());
        }
        return lines;
    }

    Map<AccountId, SortedSet<AccountId>> predecessors(Set<AccountId> accounts) {
        Map<AccountId, SortedSet<AccountId>> lines = new TreeMap<>();
        for (Step step : steps(PREDECESSORS, accounts)) {
            lines.computeIfAbsent(step.asked(), any -> new TreeSet<>()).add(step.found());
        }
        return lines;
    }

    private record Step(AccountId asked, AccountId found) {}

    private List<Step> steps(String question, Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("accounts", JdbcAccountStore.texts(accounts))
                        .all(
                                question,
                                row -> new Step(
                                        AccountId.of(row.getString("asked")), AccountId.of(row.getString("found"))));
    }
}
