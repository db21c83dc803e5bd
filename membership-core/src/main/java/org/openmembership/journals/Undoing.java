package org.openmembership.journals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.command.Situation;
import org.openmembership.command.Situation.Details;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.GiveBack;
import org.openmembership.step.TakeBack;

/** Undoes entries of a journal in workbooks that know all open lots; what it asks for beside is asked once. Not thread-safe. */
final class Undoing {
    private final Situation situation;
    private final ReasonCode reason;
    private final List<PointEntry> entries;
    private final Map<EntryId, TakeBack> given = new HashMap<>();
    private final Map<EntryId, GiveBack> taken = new HashMap<>();
    private final Set<EntryId> undone = new HashSet<>();
    private int part;

    Undoing(Situation situation, ReasonCode reason, List<PointEntry> entries) {
        this.situation = situation;
        this.reason = reason;
        this.entries = entries;
        List<EntryId> ids = entries.stream().map(PointEntry::id).toList();
        TakeBack.gather(
                        entries.stream()
                                .filter(entry -> entry.points().isPositive())
                                .toList(),
                        situation.stores())
                .forEach(back -> given.put(back.entry().id(), back));
        GiveBack.gather(
                        entries.stream()
                                .filter(entry -> entry.points().isNegative())
                                .toList(),
                        situation.stores())
                .forEach(back -> taken.put(back.entry().id(), back));
        for (PointEntry reversal : situation.stores().ledger().reversalsOf(ids)) {
            if (reversal.cause().origin().command().operation().undoesWhole()) {
                reversal.related().ifPresent(undone::add);
            }
        }
    }

    /** Undoes all that was not undone by itself; answers what cannot be, in the order of lines. */
    List<LineViolation> all(JournalType type) {
        List<LineViolation> violations = new ArrayList<>();
        for (PointEntry entry : entries) {
            int line = line(type, entry);
            undo(entry, type).ifPresent(wrong -> violations.add(0, new LineViolation(line, wrong)));
        }
        LinePosting.expireLapsed(situation, part);
        return violations.stream().distinct().toList();
    }

    /** Whether each of the entries was undone by itself. */
    boolean isNothing() {
        return part == 0;
    }

    private static int line(JournalType type, PointEntry entry) {
        int number = entry.cause().origin().part();
        return type == JournalType.TRANSFER ? (number + 1) / 2 : number;
    }

    private Optional<JournalRefusal> undo(PointEntry entry, JournalType type) {
        AccountLedger ledger = situation.ledger(entry.account());
        if (ledger.account().isClosed()) {
            return Optional.of(JournalRefusal.CLOSED);
        }
        if (undone.contains(entry.id())) {
            return Optional.empty();
        }
        return entry.points().isNegative() ? giveBack(entry, ledger) : takeBack(entry, ledger, type);
    }

    private Optional<JournalRefusal> giveBack(PointEntry entry, AccountLedger ledger) {
        Club club = situation.terms();
        Objects.requireNonNull(taken.get(entry.id())).all(ledger, cause(entry, ledger), club);
        return Optional.empty();
    }

    /** Of a transfer all that arrived has to come back, or points would come out of nothing. */
    private Optional<JournalRefusal> takeBack(PointEntry entry, AccountLedger ledger, JournalType type) {
        TakeBack back = Objects.requireNonNull(given.get(entry.id()));
        Points possible = back.possible(ledger.at());
        Optional<PointEntry> made = back.from(
                ledger,
                cause(entry, ledger),
                possible,
                situation.terms().terms().spending());
        boolean enough = type != JournalType.TRANSFER
                || made.filter(reversal ->
                                reversal.points().equals(entry.points().negated()))
                        .isPresent();
        return made.isPresent() && enough ? Optional.empty() : Optional.of(JournalRefusal.ALREADY_SPENT);
    }

    private PointEntry.Cause cause(PointEntry entry, AccountLedger ledger) {
        part++;
        Details details = new Details(
                part, null, entry.id(), reason, entry.cause().origin().scene());
        return situation.cause(ledger, EntryKind.REVERSAL, entry.cause().pointKind(), details);
    }
}
