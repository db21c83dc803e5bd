package org.openmembership.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journal.JournalType;
import org.openmembership.journals.JournalResult.KeyReused;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Actor;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** Numbers and keeps what was decided as one journal, under its key. */
record JournalBook(CommandKey key, Fingerprint fingerprint, Actor actor, Instant now) {
    private static final String POSTED = "POSTED";
    private static final String NUMBER = "number";

    /** The answer to a key that was used before. */
    JournalResult again(RecordedCommand first, Stores stores) {
        if (!first.fingerprint().equals(fingerprint)) {
            return new KeyReused(key.key(), first.origin().recordedAt());
        }
        JournalId id = new JournalId(key.club(), first.answer().figure(NUMBER));
        Journal journal = stores.journals()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("journal " + id + " is not kept"));
        return new Posted(journal, stores.journals().entries(id), true);
    }

    /** The number is asked for last: from then on, all other journals of the club wait. */
    JournalResult keep(
            JournalType type, Journal.Heading heading, Collection<AccountLedger> ledgers, Stores stores, Facts facts) {
        List<Posting> postings = ledgers.stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        long number = stores.journals().lockLastNumber(key.club()) + 1;
        List<Effect> effects = postings.stream().map(JournalBook::effect).toList();
        Journal journal = new Journal(new JournalId(key.club(), number), type, key.key(), heading, now, effects);

        AccountId first = effects.get(0).account();
        stores.commands()
                .addAll(List.of(new RecordedCommand(
                        key,
                        fingerprint,
                        Effect.none(first),
                        Answer.of(POSTED, Map.of(NUMBER, number)),
                        new RecordedCommand.Origin(actor, now))));
        stores.ledger().append(postings, List.of());
        stores.journals().add(journal);
        facts.posted(postings);
        return new Posted(journal, byPart(postings), false);
    }

    private static Effect effect(Posting posting) {
        List<PointEntry> entries = posting.entries();
        return new Effect(
                posting.account().id(),
                entries.get(0).id().seq(),
                entries.get(entries.size() - 1).id().seq());
    }

    private static List<PointEntry> byPart(List<Posting> postings) {
        List<PointEntry> entries = new ArrayList<>();
        postings.forEach(posting -> entries.addAll(posting.entries()));
        entries.sort(Comparator.comparing(entry -> entry.cause().origin().part()));
        return entries;
    }
}
