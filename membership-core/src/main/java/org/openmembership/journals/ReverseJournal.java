package org.openmembership.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.journal.Journal;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** One try at undoing a whole journal, its last line first. */
final class ReverseJournal {
    private final JournalReversal request;
    private final Caller caller;
    private final Instant now;

    ReverseJournal(JournalReversal request, Caller caller, Instant now) {
        this.request = request;
        this.caller = caller;
        this.now = now;
    }

    JournalResult run(Stores stores, Facts facts) {
        CommandKey key = new CommandKey(Operation.JOURNAL, request.journal().club(), request.key());
        JournalBook book = new JournalBook(key, request.fingerprint(), caller, now);
        Optional<Journal> found = stores.journals().find(request.journal());
        SortedSet<AccountId> accounts = new TreeSet<>();
        found.ifPresent(journal -> journal.effects().forEach(effect -> accounts.add(effect.account())));
        OpenedLedgers opened = book.open(accounts, stores, facts);
        Optional<RecordedCommand> first = opened.commands().stream().findFirst();
        if (first.isPresent()) {
            return book.again(first.get(), stores);
        }
        if (found.isEmpty()) {
            return refuse(JournalRefusal.UNKNOWN_JOURNAL);
        }
        Journal journal = found.get();
        if (journal.reversed().isPresent()) {
            return refuse(JournalRefusal.IS_REVERSAL);
        }
        if (stores.journals().reversalOf(journal.id()).isPresent()) {
            return refuse(JournalRefusal.ALREADY_REVERSED);
        }
        PublishedClub club = caller.clubs().require(key.club(), now, stores);
        Map<AccountId, AccountLedger> ledgers = book.workbooks(opened.accounts(), accounts, stores);
        List<PointEntry> entries = lines(journal, stores);
        Undoing undoing = new Undoing(new Situation(key, club, ledgers, stores), request.reason(), entries);

        List<LineViolation> violations = undoing.all(journal.type());
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }

        if (undoing.isNothing()) {
            return refuse(JournalRefusal.ALREADY_REVERSED);
        }

        Journal.Heading heading = new Journal.Heading(
                journal.heading().lines(), null, journal.id().number());
        return book.keep(journal.type(), heading, ledgers.values(), stores, facts);
    }

    /** The entries of its lines, the last first; not what was written off of them. */
    private static List<PointEntry> lines(Journal journal, Stores stores) {
        List<PointEntry> entries = new ArrayList<>(stores.journals().entries(journal.id()));
        entries.removeIf(entry -> entry.kind() == EntryKind.EXPIRY);
        Collections.reverse(entries);
        return entries;
    }

    private static JournalResult refuse(JournalRefusal reason) {
        return new Refused(List.of(LineViolation.ofWhole(reason)));
    }
}
