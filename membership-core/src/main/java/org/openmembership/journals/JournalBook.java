package org.openmembership.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.command.Caller;
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
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.Idleness;
import org.openmembership.step.JournalKeeping;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** What posting a journal and undoing one have in common: locks accounts, and numbers and keeps what was decided, under its key. */
record JournalBook(CommandKey key, Fingerprint fingerprint, Caller caller, Instant now) {
    /** Locks accounts and looks the key up; refuses whoever may not post for any of those whose points it is about. */
    OpenedLedgers open(SortedSet<AccountId> accounts, Stores stores, Facts facts) {
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(key), accounts, null));
        caller.clubs().refresh(opened.clubVersions(), stores);
        if (opened.accounts().isEmpty()) {
            caller.require(Permission.POST_JOURNAL, Subject.NOBODY);
        }
        opened.accounts().forEach(account -> caller.require(Permission.POST_JOURNAL, account.subject()));
        facts.attempted(
                Permission.POST_JOURNAL, new Topic(Topic.Kind.CLUB, key.club().value()));
        return opened;
    }

    /** A workbook for each account, with all open lots of {@code taken}, in one question. */
    Map<AccountId, AccountLedger> workbooks(List<MemberAccount> accounts, Set<AccountId> taken, Stores stores) {
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(accounts, now, stores);
        Idleness.heed(ledgers, caller.clubs(), now, stores);
        Map<AccountId, List<Lot>> lots = new HashMap<>();
        for (Lot lot : stores.ledger().openLots(taken)) {
            lots.computeIfAbsent(lot.id().entry().account(), any -> new ArrayList<>())
                    .add(lot);
        }
        ledgers.forEach((account, ledger) -> ledger.with(lots.getOrDefault(account, List.of())));
        return ledgers;
    }

    /** The answer to a key that was used before. */
    JournalResult again(RecordedCommand first, Stores stores) {
        if (!first.fingerprint().equals(fingerprint)) {
            return new KeyReused(key.key(), first.origin().recordedAt());
        }
        JournalId id = new JournalId(key.club(), JournalKeeping.number(first));
        Journal journal = stores.journals()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("journal " + id + " is not kept"));
        return new Posted(journal, stores.journals().entries(id), true);
    }

    JournalResult keep(
            JournalType type, Journal.Heading heading, Collection<AccountLedger> ledgers, Stores stores, Facts facts) {
        List<Posting> postings = ledgers.stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        AccountId first = postings.get(0).account().id();
        Journal journal = new JournalKeeping(key, type, heading)
                .keep(
                        postings,
                        answer -> List.of(new RecordedCommand(
                                key,
                                fingerprint,
                                Effect.none(first),
                                answer,
                                new RecordedCommand.Origin(caller.actor(), now))),
                        now,
                        stores,
                        facts);
        return new Posted(journal, byPart(postings), false);
    }

    private static List<PointEntry> byPart(List<Posting> postings) {
        List<PointEntry> entries = new ArrayList<>();
        postings.forEach(posting -> entries.addAll(posting.entries()));
        entries.sort(Comparator.comparing(entry -> entry.cause().origin().part()));
        return entries;
    }
}
