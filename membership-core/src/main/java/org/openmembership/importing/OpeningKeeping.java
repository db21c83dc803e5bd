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
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Accounts;
import org.openmembership.step.DatedLife;
import org.openmembership.step.Facts;
import org.openmembership.step.Idleness;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/**
 * Posts a chunk of opening balances, each under a key of its own: the same number of questions for any number of rows.
 *
 * <p>Points whose last day is over are posted, and written off in the same unit of work, so that what was taken over and what
 * is left can both be told.
 */
record OpeningKeeping(Caller caller, ClubId club, Instant now) {
    private static final String POSTED = "POSTED";

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

        List<RecordedCommand> commands = new ArrayList<>();
        for (OpeningChoice.Accepted accepted : choice.accepted()) {
            commands.add(post(accepted, published, ledgers, stores));
        }
        List<Posting> postings = ledgers.values().stream()
                .map(AccountLedger::posting)
                .filter(posting -> !posting.isEmpty())
                .toList();
        stores.commands().addAll(commands);
        stores.ledger().append(postings, List.of());
        facts.posted(postings);
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
        for (OpeningChoice.Accepted accepted : choice.accepted()) {
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

    /** What was born lapsed is written off at once, as the next entry of the same command. */
    private RecordedCommand post(
            OpeningChoice.Accepted accepted,
            PublishedClub published,
            Map<AccountId, AccountLedger> ledgers,
            Stores stores) {
        OpeningRow row = accepted.row();
        CommandKey key = new CommandKey(Operation.OPENING, club, row.key());
        Situation situation = new Situation(key, published, ledgers, stores);
        AccountLedger ledger = situation.ledger(accepted.account());
        DatedLife life = new DatedLife(published.club());
        Details details = new Details(
                1, row.earnedOn() == null ? null : life.start(row.earnedOn()), null, null, PointEntry.Scene.UNKNOWN);

        PointEntry entry = ledger.earn(
                situation.cause(ledger, EntryKind.OPENING, row.kind(), details),
                row.points(),
                life.of(row.earnedOn(), row.expiresOn(), ledger.at()));
        long last = entry.id().seq();
        for (Lot lapsed : ledger.bornLapsed()) {
            Details writtenOff = Details.related(
                    (int) (last - entry.id().seq()) + 2, lapsed.id().entry());
            PointEntry.Cause cause = situation.cause(ledger, EntryKind.EXPIRY, lapsed.kind(), writtenOff);
            last = ledger.expire(cause, lapsed.id()).id().seq();
        }
        return new RecordedCommand(
                key,
                row.fingerprint(),
                new RecordedCommand.Effect(accepted.account(), entry.id().seq(), last),
                Answer.of(POSTED),
                new RecordedCommand.Origin(caller.actor(), now));
    }
}
