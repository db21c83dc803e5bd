package org.openmembership.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.command.Caller;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.journal.Journal;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.shared.Points;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** One try at posting a journal. */
final class PostJournal {
    private final JournalRequest request;
    private final Caller caller;
    private final @Nullable Points alone;
    private final Instant now;

    PostJournal(JournalRequest request, Caller caller, @Nullable Points alone, Instant now) {
        this.request = request;
        this.caller = caller;
        this.alone = alone;
        this.now = now;
    }

    JournalResult run(Stores stores, Facts facts) {
        CommandKey key = new CommandKey(Operation.JOURNAL, request.club(), request.key());
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(key), request.accounts(), null));
        caller.clubs().refresh(opened.clubVersions(), stores);
        requirePermission(opened.accounts(), facts);
        JournalBook book = new JournalBook(key, request.fingerprint(), caller.actor(), now);
        Optional<RecordedCommand> first = opened.commands().stream().findFirst();
        if (first.isPresent()) {
            return book.again(first.get(), stores);
        }
        Optional<PublishedClub> club = caller.clubs().at(request.club(), now, stores);
        if (club.isEmpty()) {
            return new Refused(List.of(LineViolation.ofWhole(JournalRefusal.UNKNOWN_CLUB)));
        }
        Map<AccountId, AccountLedger> ledgers = workbooks(opened.accounts(), stores);

        Situation situation = new Situation(key, club.get(), ledgers, stores);
        LinePosting posting = new LinePosting(situation);
        List<LineViolation> violations = post(posting, situation, byId(opened.accounts()));
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        posting.expireLapsed(request.lines().size());

        Journal.Heading heading = new Journal.Heading(request.lines().size(), request.document(), null);
        return book.keep(request.type(), heading, ledgers.values(), stores, facts);
    }

    /** Asked of everybody whose points it is about, and kept as a change of the club. */
    private void requirePermission(List<MemberAccount> accounts, Facts facts) {
        if (accounts.isEmpty()) {
            caller.require(Permission.POST_JOURNAL, Subject.NOBODY);
        }
        accounts.forEach(account -> caller.require(Permission.POST_JOURNAL, account.subject()));
        facts.attempted(
                Permission.POST_JOURNAL,
                new Topic(Topic.Kind.CLUB, request.club().value()));
    }

    /** With all open lots of accounts from which points are taken, in one question. */
    private Map<AccountId, AccountLedger> workbooks(List<MemberAccount> accounts, Stores stores) {
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(accounts, now, stores);
        Set<AccountId> taken = new TreeSet<>();
        for (JournalLine line : request.lines()) {
            if (line.points().isNegative() && ledgers.containsKey(line.account())) {
                taken.add(line.account());
            }
        }
        Map<AccountId, List<Lot>> lots = new HashMap<>();
        for (Lot lot : stores.ledger().openLots(taken)) {
            lots.computeIfAbsent(lot.id().entry().account(), any -> new ArrayList<>())
                    .add(lot);
        }
        ledgers.forEach((account, ledger) -> ledger.with(lots.getOrDefault(account, List.of())));
        return ledgers;
    }

    private static Map<AccountId, MemberAccount> byId(List<MemberAccount> accounts) {
        Map<AccountId, MemberAccount> byId = new HashMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        return byId;
    }

    /** Decides on all lines in workbooks that are thrown away if anything is wrong. */
    private List<LineViolation> post(LinePosting posting, Situation situation, Map<AccountId, MemberAccount> accounts) {
        LineCheck check = new LineCheck(
                situation.terms(), request.type(), situation.terms().businessDate(now), alone);
        List<LineViolation> violations = new ArrayList<>();
        int number = 0;
        for (JournalLine line : request.lines()) {
            number++;
            List<JournalRefusal> found = check.against(line, accounts.get(line.account()));
            if (found.isEmpty()) {
                found = posting.post(line, number).map(List::of).orElse(List.of());
            }
            for (JournalRefusal reason : found) {
                violations.add(new LineViolation(number, reason));
            }
        }
        return violations;
    }
}
