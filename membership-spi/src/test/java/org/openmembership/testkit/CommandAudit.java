package org.openmembership.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.journal.Journal;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.OriginalLine;

/** What must be true between entries, and between them and what asked for them. */
final class CommandAudit {
    private final State state;
    private final List<Violation> found;

    CommandAudit(State state, List<Violation> found) {
        this.state = state;
        this.found = found;
    }

    void check(Invariant invariant) {
        switch (invariant) {
            case COMMAND_MATCHES_ENTRIES -> requireCommands();
            case TRANSFER_PAIRED -> state.entries.values().forEach(this::requirePaired);
            case MERGE_PAIRED -> state.entries.values().forEach(this::requireMerged);
            case RETURN_WITHIN_EARNED -> requireReturnsWithinEarned();
            case REVERSAL_WITHIN_ENTRY -> requireReversalsWithinEntries();
            default -> throw new IllegalArgumentException("not about commands: " + invariant);
        }
    }

    private void requireCommands() {
        for (PointEntry entry : state.entries.values().toList()) {
            boolean named =
                    command(entry).filter(command -> names(command, entry)).isPresent() || inJournal(entry);
            require(named, Invariant.COMMAND_MATCHES_ENTRIES, entry.id().toString(), "no command names it");
        }
        for (RecordedCommand command : state.commands.values().toList()) {
            require(
                    hasWritten(command.effect(), command.key()::equals),
                    Invariant.COMMAND_MATCHES_ENTRIES,
                    command.effect().account().value(),
                    command.key().operation() + " names entries that are not its own: " + command.effect());
        }
        requireJournals();
    }

    /** A journal names what it wrote on each account. */
    private boolean inJournal(PointEntry entry) {
        CommandKey key = entry.cause().origin().command();
        return key.operation() == Operation.JOURNAL
                && state.journalsByKey
                        .find(Key.of(key.club(), key.operation(), key.key()))
                        .filter(journal -> journal.effects().stream().anyMatch(effect -> holds(effect, entry.id())))
                        .isPresent();
    }

    private static boolean holds(RecordedCommand.Effect effect, EntryId entry) {
        return effect.account().equals(entry.account())
                && effect.firstSeq() <= entry.seq()
                && entry.seq() <= effect.lastSeq();
    }

    private void requireJournals() {
        for (Journal journal : state.journals.values().toList()) {
            CommandKey key = journal.command();
            boolean written = journal.effects().stream().allMatch(effect -> hasWritten(effect, of -> posts(key, of)));
            boolean follows = journal.id().number() == 1
                    || state.journals
                            .find(Key.of(journal.id().club(), journal.id().number() - 1))
                            .isPresent();
            require(
                    written
                            && follows
                            && state.commands.find(InMemoryCommands.place(key)).isPresent(),
                    Invariant.COMMAND_MATCHES_ENTRIES,
                    journal.effects().isEmpty()
                            ? journal.id().toString()
                            : journal.effects().get(0).account().value(),
                    "journal " + journal.id() + " names entries that are not its own, or does not follow another");
        }
    }

    private Optional<RecordedCommand> command(PointEntry entry) {
        CommandKey key = entry.cause().origin().command();
        return state.commands.find(InMemoryCommands.place(key));
    }

    /** The second half of a transfer is named by its first, what left in a merge by what arrived. */
    private boolean names(RecordedCommand command, PointEntry entry) {
        boolean byOther = entry.kind() == EntryKind.TRANSFER_TO || entry.kind() == EntryKind.MERGE_OUT;
        EntryId named = byOther ? entry.related().orElse(entry.id()) : entry.id();
        return holds(command.effect(), named);
    }

    /** Each line from a file is a command of its own. */
    private static boolean posts(CommandKey journal, CommandKey entry) {
        boolean fromFile = journal.operation() == Operation.OPENING
                && entry.operation() == Operation.OPENING
                && entry.club().equals(journal.club());
        return fromFile || journal.equals(entry);
    }

    private boolean hasWritten(RecordedCommand.Effect effect, Predicate<CommandKey> key) {
        for (long seq = effect.firstSeq(); seq <= effect.lastSeq() && !effect.isNone(); seq++) {
            Optional<PointEntry> entry = state.entries.find(new EntryId(effect.account(), seq));
            if (entry.isEmpty() || !key.test(entry.get().cause().origin().command())) {
                return false;
            }
        }
        return true;
    }

    private void requirePaired(PointEntry entry) {
        boolean left = entry.kind() == EntryKind.TRANSFER_FROM;
        if (!left && entry.kind() != EntryKind.TRANSFER_TO) {
            return;
        }
        EntryKind otherKind = left ? EntryKind.TRANSFER_TO : EntryKind.TRANSFER_FROM;
        boolean paired = other(entry, otherKind)
                .filter(other -> !other.points().plus(entry.points()).isPositive())
                .isPresent();
        require(paired, Invariant.TRANSFER_PAIRED, entry.id().toString(), "of " + entry.points() + " points");
    }

    private void requireMerged(PointEntry entry) {
        boolean left = entry.kind() == EntryKind.MERGE_OUT;
        if (!left && entry.kind() != EntryKind.MERGE_IN) {
            return;
        }
        boolean paired = other(entry, left ? EntryKind.MERGE_IN : EntryKind.MERGE_OUT)
                .filter(other -> other.points().plus(entry.points()).isZero())
                .isPresent();
        require(paired, Invariant.MERGE_PAIRED, entry.id().toString(), "of " + entry.points() + " points");
    }

    /** The other half of an entry, in another account of the club. */
    private Optional<PointEntry> other(PointEntry entry, EntryKind kind) {
        return entry.related()
                .flatMap(state.entries::find)
                .filter(other -> other.kind() == kind)
                .filter(other -> other.related().equals(Optional.of(entry.id())))
                .filter(other -> !other.account().equals(entry.account()))
                .filter(other -> club(other.account()).equals(club(entry.account())));
    }

    private Optional<ClubId> club(AccountId account) {
        return state.accounts.find(account).map(MemberAccount::club);
    }

    private void requireReturnsWithinEarned() {
        Map<Earned, Long> left = new HashMap<>();
        for (EarnedLine line : state.earnedLines.values().toList()) {
            Earned earned = new Earned(earning(line.entry()), line.line(), line.kind());
            boolean gives = line.points().isPositive();
            if (gives || isReversal(line.entry())) {
                left.merge(earned, line.points().hundredths(), Long::sum);
            }
        }
        left.forEach((earned, points) -> require(
                points >= 0,
                Invariant.RETURN_WITHIN_EARNED,
                earned.account().value(),
                points + " hundredths are left of what line " + earned.line() + " earned"));
    }

    /** The account that earned what an entry takes back: after a merge it may be another one that it is taken from. */
    private AccountId earning(EntryId id) {
        return state.entries
                .find(id)
                .filter(entry -> entry.kind() == EntryKind.REVERSAL)
                .flatMap(PointEntry::related)
                .orElse(id)
                .account();
    }

    /** A line below zero in any other entry is a return that names no sale. */
    private boolean isReversal(EntryId entry) {
        return state.entries
                .find(entry)
                .filter(posted -> posted.kind() == EntryKind.REVERSAL)
                .isPresent();
    }

    /** What one line earned for one account. */
    private record Earned(AccountId account, OriginalLine line, PointKind kind) {}

    private void requireReversalsWithinEntries() {
        Map<EntryId, Long> reversed = new HashMap<>();
        state.entries
                .values()
                .filter(entry -> entry.kind() == EntryKind.REVERSAL)
                .forEach(entry -> entry.related()
                        .ifPresent(id -> reversed.merge(id, entry.points().hundredths(), Long::sum)));
        reversed.forEach((id, points) -> {
            long moved = state.entries
                    .find(id)
                    .map(entry -> entry.points().hundredths())
                    .orElse(0L);
            require(
                    Math.abs(points) <= Math.abs(moved) && Long.signum(points) * Long.signum(moved) <= 0,
                    Invariant.REVERSAL_WITHIN_ENTRY,
                    id.toString(),
                    points + " reversed of " + moved);
        });
    }

    private void require(boolean holds, Invariant invariant, String subject, String finding) {
        if (!holds) {
            found.add(new Violation(invariant, subject, finding));
        }
    }
}
