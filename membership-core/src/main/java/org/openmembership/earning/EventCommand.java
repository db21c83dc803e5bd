package org.openmembership.earning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.earning.EventResult.Closed;
import org.openmembership.earning.EventResult.Reported;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.EventGiving;
import org.openmembership.storage.Stores;

/** Gives an account the points that its club has for an event of the host's. */
final class EventCommand implements KeyedCommand<EventResult> {
    private static final String REPORTED = "REPORTED";
    private static final String CLOSED = "CLOSED";
    private static final String AVAILABLE = "available";

    private final AccountId account;
    private final ReasonCode event;
    private final ExternalKey key;

    EventCommand(AccountId account, ReasonCode event, ExternalKey key) {
        this.account = account;
        this.event = event;
        this.key = key;
    }

    @Override
    public Identity identity() {
        Fingerprint content = Fingerprint.of("event;" + account + ";" + event);
        return new Identity(Operation.EVENT, Permission.REPORT_EVENT, account, key, content);
    }

    @Override
    public Decision<EventResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(account);
        if (ledger.account().isClosed()) {
            return Decision.refused(new Closed(false), Answer.of(CLOSED));
        }
        EventGiving giving = new EventGiving(situation.stores());
        EventGiving.Event happened =
                new EventGiving.Event(event, situation.terms().businessDate(ledger.at()), situation.command(), null);
        EventGiving.Given given = giving.give(ledger, happened, situation.club());

        EventResult result = new Reported(given.entries(), ledger.available(), given.explanation(), false);
        Answer answer = Answer.of(REPORTED, Map.of(AVAILABLE, ledger.available().hundredths()));
        return given.entries().isEmpty()
                ? Decision.refused(result, answer)
                : Decision.done(result, answer, ledger.posting())
                        .keeping(new Decision.Beside(List.of(), giving.counts(), giving.explanations()));
    }

    @Override
    public EventResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static EventResult retell(RecordedCommand first, Stores stores) {
        if (first.answer().outcome().equals(CLOSED)) {
            return new Closed(true);
        }
        List<PointEntry> entries = stores.ledger().entries(first.effect());
        Points available = Points.ofHundredths(first.answer().figure(AVAILABLE));
        return new Reported(entries, available, explanation(entries, stores), true);
    }

    private static @Nullable Explanation explanation(List<PointEntry> entries, Stores stores) {
        return entries.isEmpty()
                ? null
                : stores.earning()
                        .explanation(entries.get(0).id())
                        .map(ExplanationDocuments::read)
                        .orElse(null);
    }

    @Override
    public Undecided<EventResult> undecided() {
        return new Undecided<>(
                EventResult.KeyReused::new, new EventResult.UnknownAccount(), EventResult.OutcomeUnknown::new);
    }
}
