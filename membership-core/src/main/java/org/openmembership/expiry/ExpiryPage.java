package org.openmembership.expiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** One page of a run: locks its accounts, looks again at what has lapsed, and writes it off in one set. */
final class ExpiryPage {
    private static final String SOURCE = "expiry";

    private final Caller caller;
    private final ClubId club;
    private final List<AccountId> accounts;
    private final Instant now;

    ExpiryPage(Caller caller, ClubId club, List<AccountId> accounts, Instant now) {
        this.caller = caller;
        this.club = club;
        this.accounts = accounts;
        this.now = now;
    }

    ExpiryResult write(Stores stores, Facts facts) {
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(), new TreeSet<>(accounts), null));
        caller.clubs().refresh(opened.clubVersions(), stores);
        PublishedClub published = caller.clubs().require(club, now, stores);
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(opened.accounts(), now, stores);
        Map<AccountId, List<Lot>> lapsed = lapsed(ledgers, stores);

        List<Posting> postings = new ArrayList<>();
        List<RecordedCommand> commands = new ArrayList<>();
        long lots = 0;
        Points points = Points.ZERO;
        for (Map.Entry<AccountId, List<Lot>> due : lapsed.entrySet()) {
            AccountLedger ledger = Objects.requireNonNull(ledgers.get(due.getKey()));
            CommandKey key = key(ledger);
            Situation situation = new Situation(key, published, ledgers, stores);
            points = points.plus(writeOff(situation, ledger, due.getValue()));
            lots += due.getValue().size();
            Posting posting = ledger.posting();
            postings.add(posting);
            commands.add(command(key, posting));
        }

        if (!postings.isEmpty()) {
            stores.commands().addAll(commands);
            stores.ledger().append(postings, List.of());
            facts.posted(postings);
        }
        return new ExpiryResult(postings.size(), lots, points);
    }

    private static Map<AccountId, List<Lot>> lapsed(Map<AccountId, AccountLedger> ledgers, Stores stores) {
        Instant latest = Instant.EPOCH;
        for (AccountLedger ledger : ledgers.values()) {
            latest = ledger.at().isAfter(latest) ? ledger.at() : latest;
        }
        Map<AccountId, List<Lot>> lapsed = new LinkedHashMap<>();
        for (Lot lot : stores.ledger().lapsed(ledgers.keySet(), latest)) {
            AccountId account = lot.id().entry().account();
            AccountLedger ledger = Objects.requireNonNull(ledgers.get(account));
            if (lot.life().isLapsed(ledger.at()) && !ledger.holds().has(lot.id())) {
                lapsed.computeIfAbsent(account, any -> new ArrayList<>()).add(lot);
            }
        }
        return lapsed;
    }

    private static Points writeOff(Situation situation, AccountLedger ledger, List<Lot> lots) {
        ledger.with(lots);
        Points sum = Points.ZERO;
        int part = 0;
        for (Lot lot : lots) {
            part++;
            Situation.Details details = Situation.Details.related(part, lot.id().entry());
            ledger.expire(situation.cause(ledger, EntryKind.EXPIRY, lot.kind(), details), lot.id());
            sum = sum.plus(lot.remaining());
        }
        return sum;
    }

    /** Unique without being asked for: the number of the first entry is given out once on the account. */
    private CommandKey key(AccountLedger ledger) {
        return new CommandKey(
                Operation.EXPIRY, club, ExternalKey.of(SOURCE, ledger.nextId().toString()));
    }

    private RecordedCommand command(CommandKey key, Posting posting) {
        RecordedCommand.Effect effect = new RecordedCommand.Effect(
                posting.account().id(),
                posting.entries().get(0).id().seq(),
                posting.entries().get(posting.entries().size() - 1).id().seq());
        return new RecordedCommand(
                key,
                Fingerprint.of(key.key().toString()),
                effect,
                Answer.of("EXPIRED"),
                new RecordedCommand.Origin(caller.actor(), now));
    }
}
