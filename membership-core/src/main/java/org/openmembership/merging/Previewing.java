package org.openmembership.merging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** A plan as a clerk reads it. */
final class Previewing {
    private Previewing() {}

    static MergePreview of(MergePlan plan, Instant now, Stores stores) {
        List<MemberAccount> touched =
                plan.accounts().stream().map(MergePlan.AccountChange::from).toList();
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(touched, now, stores);
        List<MergePreview.AccountChange> accounts = plan.accounts().stream()
                .map(change -> new MergePreview.AccountChange(
                        change.from().club(),
                        change.from().id(),
                        change.into().id(),
                        Objects.requireNonNull(ledgers.get(change.from().id())).balance()))
                .toList();
        int notes = plan.facts().notes().values().stream().mapToInt(List::size).sum();
        return new MergePreview(
                plan.facts().survivor().id(), plan.fields().choices(), plan.blockers(), accounts, notes);
    }
}
