package org.openmembership.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.giftcard.GiftCardEvent.GiftCardPosted;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.Idleness;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.SchemeSettling;
import org.openmembership.step.Whose;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a keyed command: the only place that knows how a key makes a command safe to repeat (R27). */
final class KeyedCall<R> {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedCall.class);

    private final Caller caller;
    private final KeyedCommand<R> command;
    private final KeyedCommand.Identity identity;
    private final Instant now;

    KeyedCall(Caller caller, KeyedCommand<R> command) {
        this.caller = caller;
        this.command = command;
        this.identity = command.identity();
        this.now = caller.now();
    }

    R run() {
        try {
            return caller.change(this::attempt);
        } catch (OutcomeUnknownException unknown) {
            LOG.warn("{} {}: outcome unknown", identity.operation(), identity.key(), unknown);
            return command.undecided().outcomeUnknown().apply(identity.key());
        }
    }

    private R attempt(Stores stores, Facts facts) {
        facts.attempted(identity.permission(), topic());
        Gathered gathered = gather(stores);
        if (gathered == null) {
            caller.require(identity.permission(), Subject.NOBODY);
            return command.undecided().unknownAccount();
        }
        CommandKey key = gathered.key();
        OpenedLedgers opened = gathered.opened();
        boolean republished = caller.clubs().refresh(opened.clubVersions(), stores);
        requirePermission(opened.accounts(), stores);

        Optional<RecordedCommand> first = opened.commands().stream().findFirst();
        if (first.isPresent()) {
            return answerAgain(first.get(), gathered.accounts(), stores);
        }
        if (opened.accounts().size() < gathered.accounts().size()) {
            return command.undecided().unknownAccount();
        }
        PublishedClub published = current(key, stores);
        Cover asked = republished ? null : gathered.cover();
        Situation situation = new Situation(key, published, workbooks(opened, asked, published, stores), stores);
        return record(command.decide(situation), key, stores, facts);
    }

    /** What was asked for, supposing that the account is in the club of {@code key}, and what came. */
    private record Gathered(
            CommandKey key,
            SortedSet<AccountId> accounts,
            @Nullable Cover cover,
            OpenedLedgers opened) {}

    /** Once in nearly all calls: again only where the guess at the club was wrong; null without the account. */
    private @Nullable Gathered gather(Stores stores) {
        Optional<ClubId> likely = caller.clubs().likelyClubOf(identity.account(), stores);
        if (likely.isEmpty()) {
            return null;
        }
        SortedSet<AccountId> accounts = command.accounts(stores);
        Gathered gathered = gather(likely.get(), accounts, stores);
        ClubId club = clubOf(gathered.opened());
        caller.clubs().remember(gathered.opened().accounts());
        if (club == null) {
            return null;
        }
        return followed(club.equals(likely.get()) ? gathered : gather(club, accounts, stores), stores);
    }

    /** What an account had may have gone to another one while it was waited for, which closed it. */
    private Gathered followed(Gathered first, Stores stores) {
        Gathered last = first;
        while (last.opened().accounts().stream().anyMatch(MemberAccount::isClosed)) {
            SortedSet<AccountId> accounts = new TreeSet<>(command.accounts(stores));
            if (last.accounts().containsAll(accounts)) {
                return last;
            }
            accounts.addAll(last.accounts());
            last = gather(last.key().club(), accounts, stores);
        }
        return last;
    }

    private Gathered gather(ClubId club, SortedSet<AccountId> accounts, Stores stores) {
        CommandKey key = new CommandKey(identity.operation(), club, identity.key());
        Cover cover = command.cover(current(key, stores).club(), now);
        LedgerRequest request = new LedgerRequest(List.of(key), accounts, cover);
        return new Gathered(key, accounts, cover, stores.ledger().open(request));
    }

    private @Nullable ClubId clubOf(OpenedLedgers opened) {
        return opened.accounts().stream()
                .filter(account -> account.id().equals(identity.account()))
                .map(MemberAccount::club)
                .findFirst()
                .orElse(null);
    }

    private PublishedClub current(CommandKey key, Stores stores) {
        return caller.clubs().require(key.club(), now, stores);
    }

    private void requirePermission(List<MemberAccount> accounts, Stores stores) {
        for (MemberAccount account : accounts) {
            if (account.id().equals(identity.account())) {
                caller.require(
                        identity.permission(),
                        Whose.account(account, identity.permission(), caller.actor(), stores),
                        topic());
            }
        }
    }

    private R answerAgain(RecordedCommand first, Set<AccountId> accounts, Stores stores) {
        boolean same = first.fingerprint().equals(identity.fingerprint())
                && accounts.contains(first.effect().account());
        return same
                ? command.repeated(first, stores)
                : command.undecided()
                        .keyReused()
                        .apply(identity.key(), first.origin().recordedAt());
    }

    /** The workbooks, each with the lots that the command may take at the account's own instant. */
    private Map<AccountId, AccountLedger> workbooks(
            OpenedLedgers opened, @Nullable Cover asked, PublishedClub club, Stores stores) {
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(opened.accounts(), now, stores);
        Idleness.heed(ledgers, caller.clubs(), now, stores);
        ledgers.forEach((account, ledger) -> {
            Cover wanted = command.cover(club.club(), ledger.at());
            if (wanted != null) {
                OpenLots found = asked == null ? null : opened.lots().get(account);
                Workbooks.cover(ledger, asked, found, wanted, stores);
            }
        });
        return ledgers;
    }

    private Topic topic() {
        return new Topic(Topic.Kind.ACCOUNT, identity.account().value());
    }

    private R record(Decision<R> decision, CommandKey key, Stores stores, Facts facts) {
        Answer answer = decision.answer();
        if (answer == null) {
            return decision.result();
        }
        RecordedCommand.Origin origin = new RecordedCommand.Origin(caller.actor(), now);
        List<RecordedCommand> commands = new ArrayList<>();
        commands.add(new RecordedCommand(key, identity.fingerprint(), effect(decision.postings()), answer, origin));
        for (Decision.Further further : decision.beside().commands()) {
            commands.add(new RecordedCommand(
                    further.key(), further.fingerprint(), further.effect(), further.answer(), origin));
        }
        stores.commands().addAll(commands);
        if (!decision.postings().isEmpty()) {
            stores.ledger().append(decision.postings(), List.of());
            keep(decision.beside(), stores);
            facts.posted(decision.postings());
            decision.beside().giftCards().forEach(posting -> {
                stores.giftCards().post(posting);
                facts.happened(GiftCardPosted.of(posting.entry()), now);
            });
        }
        SchemeSettling.write(decision.beside().schemes(), stores, facts);
        decision.told().forEach(event -> facts.happened(event, now));
        LOG.debug("{} {} on {}: {}", key.operation(), key.key(), identity.account(), answer.outcome());
        return decision.result();
    }

    private static void keep(Decision.Beside beside, Stores stores) {
        if (!beside.counts().isEmpty()) {
            stores.earning().count(beside.counts());
        }
        if (beside.adjusted() != null) {
            stores.earning().keep(beside.adjusted());
        }
        if (!beside.rewards().isEmpty()) {
            stores.envoys().keep(beside.rewards());
        }
        if (!beside.explanations().isEmpty()) {
            stores.earning().explain(beside.explanations());
        }
    }

    private RecordedCommand.Effect effect(List<Posting> postings) {
        for (Posting posting : postings) {
            List<PointEntry> entries = posting.entries();
            AccountId account = posting.account().id();
            if ((account.equals(identity.account()) || postings.size() == 1) && !entries.isEmpty()) {
                return new RecordedCommand.Effect(
                        account,
                        entries.get(0).id().seq(),
                        entries.get(entries.size() - 1).id().seq());
            }
        }
        return RecordedCommand.Effect.none(identity.account());
    }
}
