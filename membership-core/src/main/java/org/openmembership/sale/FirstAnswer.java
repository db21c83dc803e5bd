package org.openmembership.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.club.ClubId;
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

    /** What was answered under a key, or has become of it since where it waited; empty if no sale is kept under it. */
    static Optional<SaleResult> of(ExternalKey key, Instant now, Stores stores) {
        return stores.purchases().find(key).map(kept -> retell(kept, now, stores));
    }

    private static SaleResult retell(KeptPurchase kept, Instant now, Stores stores) {
        ExternalKey key = kept.purchase().key();
        // asked first, so that what is posted meanwhile is found among the commands
        List<SaleJournal.Posted> waiting = SaleAnswer.waiting(key, now, stores);
        List<ClubPoints> clubs = new ArrayList<>();
        Set<ClubId> posted = new HashSet<>();
        for (RecordedCommand command : stores.commands().findInAllClubs(Operation.SALE, key)) {
            posted.add(command.key().club());
            clubs.add(points(SaleAnswer.retell(command, stores)));
        }
        waiting.stream().filter(one -> !posted.contains(one.club())).forEach(one -> clubs.add(points(one)));
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
                posted.provisional(),
                posted.earning().explanation());
    }
}
