package org.openmembership.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.PointKind;
import org.openmembership.command.Caller;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.Facts;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** Ends accounts that nobody shares any more: one entry writes off all that is open, then the account is closed. */
final class WriteOff {
    static final ReasonCode REASON = ReasonCode.of("ERASURE");
    private static final String SOURCE = "erasure";

    private final Caller caller;
    private final Instant now;
    private final Stores stores;
    private final Facts facts;

    WriteOff(Caller caller, Instant now, Stores stores, Facts facts) {
        this.caller = caller;
        this.now = now;
        this.stores = stores;
        this.facts = facts;
    }

    void end(OpenedLedgers opened, List<AccountId> ending) {
        caller.clubs().refresh(opened.clubVersions(), stores);
        Map<AccountId, AccountLedger> ledgers = Workbooks.open(opened.accounts(), now, stores);
        List<Posting> postings = new ArrayList<>();
        List<RecordedCommand> commands = new ArrayList<>();
        for (AccountId id : ending) {
            AccountLedger ledger = ledgers.get(id);
            if (ledger != null && writeOff(ledger, ledgers)) {
                postings.add(ledger.posting());
                commands.add(command(ledger.account(), ledger.posting()));
            }
        }
        if (!postings.isEmpty()) {
            stores.commands().addAll(commands);
            stores.ledger().append(postings, List.of());
            facts.posted(postings);
        }
        ending.stream()
                .map(ledgers::get)
                .filter(ledger -> ledger != null && !ledger.account().isClosed())
                .forEach(this::close);
    }

    /** Whether there was anything to write off. */
    private boolean writeOff(AccountLedger ledger, Map<AccountId, AccountLedger> ledgers) {
        MemberAccount account = ledger.account();
        if (account.head().booked().plus(account.head().debt()).isZero()) {
            return false;
        }
        ledger.with(stores.ledger().lotsAsOf(account.id(), account.head().seq()));
        Situation situation =
                new Situation(key(account), caller.clubs().require(account.club(), now, stores), ledgers, stores);
        ledger.writeOff(situation.cause(
                ledger, EntryKind.NEGATIVE_ADJUSTMENT, PointKind.OTHER, Situation.Details.because(REASON)));
        return true;
    }

    /** Its head may have been written in this unit of work already. */
    private void close(AccountLedger ledger) {
        Posting posting = ledger.posting();
        MemberAccount written = posting.account();
        long version = posting.isEmpty() ? written.version() : written.version() + 1;
        MemberAccount current =
                new MemberAccount(written.id(), written.owner(), written.standing(), written.head(), version);
        stores.accounts().update(current.closed());
        facts.happened(new AccountEvent.AccountClosed(written.id(), written.club(), REASON), current, now);
    }

    /** An account ends once. */
    private static CommandKey key(MemberAccount account) {
        return new CommandKey(
                Operation.ERASURE,
                account.club(),
                ExternalKey.of(SOURCE, account.id().value()));
    }

    private RecordedCommand command(MemberAccount account, Posting posting) {
        EntryId entry = posting.entries().get(0).id();
        CommandKey key = key(account);
        return new RecordedCommand(
                key,
                Fingerprint.of(key.key().toString()),
                new RecordedCommand.Effect(account.id(), entry.seq(), entry.seq()),
                Answer.of("WRITTEN_OFF"),
                new RecordedCommand.Origin(caller.actor(), now));
    }
}
