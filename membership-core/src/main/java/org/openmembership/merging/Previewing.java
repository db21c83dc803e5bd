package org.openmembership.merging;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.AccountLedger;

/** A plan as a clerk reads it. */
final class Previewing {
    private Previewing() {}

    static MergePreview of(MergePlan plan, Map<AccountId, AccountLedger> ledgers) {
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
