package org.openmembership.step;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.rules.SaleEarning;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** How the answer for one account is kept, and told again. */
public final class SaleAnswer {
    private static final String AVAILABLE = "available";

    private SaleAnswer() {}

    static Answer of(SaleJournal.Outcome outcome, Points available) {
        return Answer.of(outcome.name(), Map.of(AVAILABLE, available.hundredths()));
    }

    /** What a recorded sale did to its account; why, only where it earned anything. */
    public static SaleJournal.Posted retell(RecordedCommand first, Stores stores) {
        RecordedCommand.Effect effect = first.effect();
        List<PointEntry> entries = stores.ledger().entries(effect);
        return new SaleJournal.Posted(
                effect.account(),
                first.key().club(),
                SaleJournal.Outcome.valueOf(first.answer().outcome()),
                entries,
                Points.ofHundredths(first.answer().figure(AVAILABLE)),
                new SaleEarning(List.of(), Map.of(), explanation(entries, stores)));
    }

    private static @Nullable Explanation explanation(List<PointEntry> entries, Stores stores) {
        boolean hasEarned = !entries.isEmpty() && entries.get(0).kind() == EntryKind.SALE;
        return hasEarned
                ? stores.earning()
                        .explanation(entries.get(0).id())
                        .map(ExplanationDocuments::read)
                        .orElse(null)
                : null;
    }
}
