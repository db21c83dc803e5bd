package org.openmembership.step;

import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;

/** A kept sale earns on an account of whoever it is given to, by the rules of its own time (D10, D13, R28). */
public record SaleGiving(MemberId member, Purchase purchase, ExternalKey key, Fingerprint fingerprint) {
    /** @return the entries; empty where it earns nothing there */
    public List<PointEntry> give(SaleJournal journal, AccountId account) {
        CommandKey command =
                new CommandKey(Operation.SALE_GIVEN, journal.account(account).club(), key);
        PointEntry.Scene scene = new PointEntry.Scene(
                member, null, purchase.place().store(), purchase.place().till());
        return journal.post(journal.plan(purchase, account, true, LinkedReturns.NONE), command, fingerprint, scene)
                .entries();
    }
}
