package org.openmembership.sale;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.LinkedReturns;
import org.openmembership.step.SaleJournal;

/**
 * A sale with all that was gathered for it.
 *
 * @param accounts it posts to, one for each club
 * @param plans what it would do to each of them
 * @param returns what comes back with it
 */
record Sale(
        Purchase purchase,
        Fingerprint fingerprint,
        KeptPurchase.Owner owner,
        SortedMap<ClubId, AccountId> accounts,
        List<SaleJournal.Planned> plans,
        LinkedReturns returns) {
    ExternalKey key() {
        return purchase.key();
    }

    /** Who and where. */
    PointEntry.Scene scene() {
        return new PointEntry.Scene(
                owner.member(),
                purchase.buyer().card(),
                purchase.place().store(),
                purchase.place().till());
    }

    Collection<AccountId> accountIds() {
        return accounts.values();
    }
}
