package org.openmembership.step;

import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.ledger.PointEntry;

/** What a command did to an account, by the entries it wrote there. */
final class Effects {
    private Effects() {}

    /** @param entries one after the other; may be none */
    static Effect of(AccountId account, List<PointEntry> entries) {
        return entries.isEmpty()
                ? Effect.none(account)
                : new Effect(
                        account,
                        entries.get(0).id().seq(),
                        entries.get(entries.size() - 1).id().seq());
    }
}
