package org.openmembership.step;

import java.util.ArrayList;
import java.util.List;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.rules.SaleEarning;
import org.openmembership.storage.Stores;

/** What a journal of sales is to write besides the postings, until it does. Not thread-safe. */
final class SaleRecords {
    private final Stores stores;
    private final List<KeptPurchase> purchases = new ArrayList<>();
    private final List<WaitingSale> waiting = new ArrayList<>();
    private final List<WaitingSale> ended = new ArrayList<>();
    private final List<RecordedCommand> commands = new ArrayList<>();
    private final List<EarnedLine> lines = new ArrayList<>();
    private final List<KeptExplanation> explanations = new ArrayList<>();

    SaleRecords(Stores stores) {
        this.stores = stores;
    }

    void keep(KeptPurchase purchase) {
        purchases.add(purchase);
    }

    void await(WaitingSale sale) {
        waiting.add(sale);
    }

    void ended(WaitingSale sale) {
        ended.add(sale);
    }

    void record(RecordedCommand command) {
        commands.add(command);
    }

    void add(List<EarnedLine> shares) {
        lines.addAll(shares);
    }

    void explain(List<PointEntry> entries, SaleEarning earning) {
        Explanation why = earning.explanation();
        if (why != null && SaleAnswer.isExplained(entries)) {
            explain(entries.get(0), why);
        }
    }

    void explain(PointEntry entry, Explanation why) {
        explanations.add(new KeptExplanation(entry.id(), ExplanationDocuments.write(why)));
    }

    void write(List<Posting> postings, Facts facts) {
        if (!purchases.isEmpty()) {
            stores.purchases().addAll(purchases);
        }
        stores.waitingSales().addAll(waiting);
        stores.waitingSales().update(ended);
        if (!commands.isEmpty()) {
            stores.commands().addAll(commands);
        }
        if (!postings.isEmpty()) {
            stores.ledger().append(postings, lines);
            stores.earning().explain(explanations);
            facts.posted(postings);
        }
        purchases.clear();
        waiting.clear();
        ended.clear();
        commands.clear();
        lines.clear();
        explanations.clear();
    }
}
