package org.openmembership.importing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.command.Situation;
import org.openmembership.command.Situation.Details;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.importing.OpeningChoice.Accepted;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Accounts;
import org.openmembership.step.DatedPoints;
import org.openmembership.step.Facts;
import org.openmembership.step.Idleness;
import org.openmembership.step.JournalKeeping;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/**
 * Posts a chunk of opening balances as one journal, each row under a key of its own: the same number of questions for any number of
 * rows.
 *
 * @param document the number that all journals of the file get, null for none
 */
record OpeningKeeping(Caller caller, ClubId club, @Nullable DocumentCode document, Instant now) {
    /** What posting a chunk would come to; nothing is written. */
    Kept look(List<OpeningRow> chunk, Stores stores) {
        return decide(chunk, published(stores), owners(chunk, stores), stores).kept();
    }

    Kept keep(List<OpeningRow> chunk, Stores stores, Facts facts) {
        PublishedClub published = published(stores);
        OpeningChoice choice = decide(chunk, published, owners(chunk, stores).locked(stores), stores);
        List<MemberAccount> accounts = accounts(choice, published, stores, facts);
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(accounts, now, stores);
        Idleness.heed(ledgers, caller.clubs(), now, stores);

        List<Accepted> accepted = choice.accepted();
        if (accepted.isEmpty()) {
            return choice.kept();
        }
        List<Posted> posted = new ArrayList<>();
        for (Accepted row : accepted) {
            posted.add(post(row, posted.size() + 1, new Situation(key(row.row()), published, ledgers, stores)));
        }

        List<Posting> postings = ledgers.values().stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        Journal.Heading heading = new Journal.Heading(posted.size(), document, null);
        new JournalKeeping(posted.get(0).key(), JournalType.OPENING, heading)
                .keep(postings, answer -> commands(posted, answer), now, stores, facts);
        return choice.kept();
    }

    private PublishedClub published(Stores stores) {
        caller.clubs().latest(club, now, stores);
        return caller.clubs().require(club, now, stores);
    }

    private Owners owners(List<OpeningRow> chunk, Stores stores) {
        return Owners.of(chunk.stream().map(OpeningRow::owner).toList(), club, stores);
    }

    private OpeningChoice decide(List<OpeningRow> chunk, PublishedClub published, Owners owners, Stores stores) {
        List<ExternalKey> keys = chunk.stream().map(OpeningRow::key).distinct().toList();
        Map<ExternalKey, Fingerprint> known = stores.commands().findAll(Operation.OPENING, keys).stream()
                .filter(command -> command.key().club().equals(club))
                .collect(toMap(command -> command.key().key(), RecordedCommand::fingerprint));
        OpeningChoice choice = new OpeningChoice(published.club().businessDate(now), owners, known);
        for (int i = 0; i < chunk.size(); i++) {
            choice.take(i, chunk.get(i));
        }
        return choice;
    }

    /** Those there are, which are locked, and new ones of members who have none in the club. */
    private List<MemberAccount> accounts(OpeningChoice choice, PublishedClub published, Stores stores, Facts facts) {
        Map<AccountId, MemberAccount> known = new TreeMap<>();
        Map<MemberId, MemberAccount> opened = new HashMap<>();
        for (Accepted accepted : choice.accepted()) {
            MemberAccount account = accepted.owner().account();
            if (account == null) {
                opened.computeIfAbsent(
                        requireNonNull(accepted.owner().member()).id(),
                        id -> Accounts.openFor(id, published.club(), now, caller.ids(), stores, facts));
            } else {
                known.put(account.id(), account);
            }
        }
        choice.opened(opened);
        return Stream.concat(known.values().stream(), opened.values().stream()).toList();
    }

    /**
     * The number of its line is the part that its entry is of the journal; what was born lapsed is written off at once, as the next
     * entry of the same command.
     */
    private static Posted post(Accepted accepted, int line, Situation situation) {
        OpeningRow row = accepted.row();
        AccountLedger ledger = situation.ledger(accepted.account());
        DatedPoints dated = new DatedPoints(situation.terms());
        Details details = new Details(line, dated.occurredAt(row.days()), null, null, PointEntry.Scene.UNKNOWN);

        PointEntry entry = dated.earn(
                ledger, situation.cause(ledger, EntryKind.OPENING, row.kind(), details), row.points(), row.days());
        DatedPoints.writeOff(
                ledger, ImportOptions.MAX_CHUNK + line, (lapsed, part) -> situation.lapse(ledger, lapsed, part));
        Effect effect =
                new Effect(entry.account(), entry.id().seq(), ledger.nextId().seq() - 1);
        return new Posted(situation.command(), row.fingerprint(), effect);
    }

    private CommandKey key(OpeningRow row) {
        return new CommandKey(Operation.OPENING, club, row.key());
    }

    private List<RecordedCommand> commands(List<Posted> posted, Answer answer) {
        RecordedCommand.Origin origin = new RecordedCommand.Origin(caller.actor(), now);
        return posted.stream()
                .map(row -> new RecordedCommand(row.key(), row.fingerprint(), row.effect(), answer, origin))
                .toList();
    }

    /** A row whose points are in the workbook. */
    private record Posted(CommandKey key, Fingerprint fingerprint, Effect effect) {}
}
