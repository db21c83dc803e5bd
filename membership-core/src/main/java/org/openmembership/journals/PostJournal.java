package org.openmembership.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.step.Allowance;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** One try at posting a journal. */
final class PostJournal {
    private final JournalRequest request;
    private final Caller caller;
    private final Allowance allowance;
    private final Instant now;

    PostJournal(JournalRequest request, Caller caller, Allowance allowance, Instant now) {
        this.request = request;
        this.caller = caller;
        this.allowance = allowance;
        this.now = now;
    }

    JournalResult run(Stores stores, Facts facts) {
        CommandKey key = new CommandKey(Operation.JOURNAL, request.club(), request.key());
        JournalBook book = new JournalBook(key, request.fingerprint(), caller, now);
        OpenedLedgers opened = book.open(request.accounts(), stores, facts);
        Optional<RecordedCommand> first = opened.commands().stream().findFirst();
        if (first.isPresent()) {
            return book.again(first.get(), stores);
        }
        Optional<PublishedClub> club = caller.clubs().at(request.club(), now, stores);
        if (club.isEmpty()) {
            return new Refused(List.of(LineViolation.ofWhole(JournalRefusal.UNKNOWN_CLUB)));
        }
        Map<AccountId, AccountLedger> ledgers = book.workbooks(opened.accounts(), taken(opened.accounts()), stores);

        Situation situation = new Situation(key, club.get(), ledgers, stores);
        LineCheck check = new LineCheck(
                situation.terms(), request.type(), situation.terms().businessDate(now), allowance.left(now, stores));
        List<LineViolation> violations = post(situation, check, opened.accounts());
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        int lines = request.lines().size();
        LinePosting.expireLapsed(situation, 2 * lines);

        Optional.ofNullable(check.counted()).ifPresent(stores.earning()::keep);

        Journal.Heading heading = new Journal.Heading(lines, request.document(), null);
        return book.keep(request.type(), heading, ledgers.values(), stores, facts);
    }

    /** Those of the accounts from which points are taken. */
    private Set<AccountId> taken(List<MemberAccount> accounts) {
        Set<AccountId> taken = new TreeSet<>();
        request.lines().stream()
                .filter(JournalLine::takes)
                .map(JournalLine::account)
                .forEach(taken::add);
        taken.retainAll(accounts.stream().map(MemberAccount::id).toList());
        return taken;
    }

    /** Decides on all lines in workbooks that are thrown away if anything is wrong. */
    private List<LineViolation> post(Situation situation, LineCheck check, List<MemberAccount> accounts) {
        Map<AccountId, MemberAccount> byId = new HashMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        LinePosting posting = new LinePosting(situation);
        List<LineViolation> violations = new ArrayList<>();
        int number = 0;
        for (JournalLine line : request.lines()) {
            number++;
            List<JournalRefusal> found = check.against(line, byId);
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
