package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;

/** What must be true of what customers owe. */
final class OnAccountAudit {
    private final State state;

    OnAccountAudit(State state) {
        this.state = state;
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (CustomerAccount account : state.onAccounts.values().toList()) {
            Key prefix = Key.of(account.customer());
            List<OnAccountEntry> entries = state.onAccountEntries
                    .between(prefix, prefix.end())
                    .map(CommentedEntry::entry)
                    .toList();
            Money sum = account.balance().minus(account.balance());
            for (OnAccountEntry entry : entries) {
                sum = entry.kind() == OnAccountKind.CHARGE ? sum.plus(entry.amount()) : sum.minus(entry.amount());
            }
            if (!sum.equals(account.balance()) || account.seq() != entries.size()) {
                found.add(new Violation(
                        Invariant.ON_ACCOUNT_AGREES,
                        account.customer().value(),
                        "owes " + account.balance() + ", " + entries.size() + " entries say " + sum));
            }
        }
        return found;
    }
}
