package org.openmembership.step;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.rules.SaleEarning;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** How the answer for one account is kept, and told again. */
public final class SaleAnswer {
    private static final String AVAILABLE = "available";

    private SaleAnswer() {}

    static Answer of(SaleOutcome outcome, Points available) {
        return Answer.of(outcome.name(), Map.of(AVAILABLE, available.hundredths()));
    }

    /** What a recorded sale did to its account; why, only where it earned anything or paid money back as points. */
    public static SaleJournal.Posted retell(RecordedCommand first, Stores stores) {
        RecordedCommand.Effect effect = first.effect();
        List<PointEntry> entries = stores.ledger().entries(effect);
        return new SaleJournal.Posted(
                effect.account(),
                first.key().club(),
                SaleOutcome.valueOf(first.answer().outcome()),
                entries,
                Points.ofHundredths(first.answer().figure(AVAILABLE)),
                Points.ZERO,
                new SaleEarning(List.of(), Map.of(), explanation(entries, stores)));
    }

    /** What has become of a recorded sale on the accounts where it is not posted (A59). */
    public static List<SaleJournal.Posted> waiting(ExternalKey sale, Instant now, Stores stores) {
        List<WaitingSale> unposted = stores.waitingSales().of(List.of(sale)).stream()
                .filter(one -> one.state() != WaitingSale.State.POSTED)
                .toList();
        Set<AccountId> holders = unposted.stream().map(WaitingSale::holder).collect(Collectors.toSet());
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(
                unposted.isEmpty() ? List.of() : stores.accounts().findAll(holders), now, stores);
        return unposted.stream()
                .map(one -> new SaleJournal.Posted(
                        one.holder(),
                        one.club(),
                        SaleOutcome.valueOf(one.state().name()),
                        List.of(),
                        requireNonNull(ledgers.get(one.holder())).available(),
                        one.isWaiting() ? one.points() : Points.ZERO,
                        SaleEarning.NOTHING))
                .toList();
    }

    /** Whether why a sale did what it did is kept beside the first of its entries: where it earned or paid money back as points. */
    static boolean isExplained(List<PointEntry> entries) {
        return !entries.isEmpty()
                && (entries.get(0).kind() == EntryKind.SALE || entries.stream().anyMatch(Refund::made));
    }

    private static @Nullable Explanation explanation(List<PointEntry> entries, Stores stores) {
        return isExplained(entries)
                ? stores.earning()
                        .explanation(entries.get(0).id())
                        .map(ExplanationDocuments::read)
                        .orElse(null)
                : null;
    }
}
