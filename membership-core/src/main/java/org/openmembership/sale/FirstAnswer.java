package org.openmembership.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.SaleAnswer;
import org.openmembership.step.SaleJournal;
import org.openmembership.storage.Stores;

/** How answers are put together, the first time and again. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** What was answered under a key; empty if no sale is kept under it. */
    static Optional<SaleResult> of(ExternalKey key, Stores stores) {
        return stores.purchases().find(key).map(kept -> retell(kept, stores));
    }

    private static SaleResult retell(KeptPurchase kept, Stores stores) {
        List<ClubPoints> clubs = new ArrayList<>();
        for (RecordedCommand command :
                stores.commands().findInAllClubs(Operation.SALE, kept.purchase().key())) {
            clubs.add(points(SaleAnswer.retell(command, stores)));
        }
        return new SaleResult.Recorded(kept.id(), kept.member(), clubs, true);
    }

    static ClubPoints points(SaleJournal.Posted posted) {
        ClubPoints.Outcome outcome = ClubPoints.Outcome.valueOf(posted.outcome().name());
        return new ClubPoints(
                posted.club(),
                posted.account(),
                outcome,
                posted.entries(),
                posted.available(),
                posted.earning().explanation());
    }
}
