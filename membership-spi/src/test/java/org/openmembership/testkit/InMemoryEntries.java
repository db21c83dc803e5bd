package org.openmembership.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Entries and what lines earned in them. */
final class InMemoryEntries {
    private final State state;

    InMemoryEntries(State state) {
        this.state = state;
    }

    void add(List<PointEntry> entries) {
        for (PointEntry entry : entries) {
            state.entries.add(entry.id(), entry);
            entry.related().ifPresent(related -> state.entriesByRelated.put(Key.of(related, entry.id()), entry.id()));
        }
    }

    void addLines(List<EarnedLine> lines) {
        for (EarnedLine line : lines) {
            state.earnedLines.add(
                    Key.of(line.line().purchase(), line.entry(), line.line().line(), line.kind()), line);
        }
    }

    Optional<PointEntry> find(EntryId id) {
        return state.entries.find(id);
    }

    /** All entries of an account, the first first. */
    Stream<PointEntry> of(AccountId account) {
        return state.entries.between(new EntryId(account, 1), new EntryId(account, Long.MAX_VALUE));
    }

    List<PointEntry> between(AccountId account, long firstSeq, long lastSeq) {
        if (lastSeq < 1) {
            return List.of();
        }
        EntryId from = new EntryId(account, Math.max(1, firstSeq));
        return state.entries.between(from, new EntryId(account, lastSeq + 1)).toList();
    }

    Page<PointEntry> history(AccountId account, Page.Request page) {
        long before = page.after() == null ? Long.MAX_VALUE : page.after().number();
        List<PointEntry> found = state.entries
                .betweenDown(new EntryId(account, 1), new EntryId(account, before))
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<PointEntry> items = found.subList(0, page.limit());
        long last = items.get(items.size() - 1).id().seq();
        return new Page<>(items, new Page.Cursor(Long.toString(last)));
    }

    Optional<PointEntry> lastAt(AccountId account, Instant at) {
        return state.entries
                .betweenDown(new EntryId(account, 1), new EntryId(account, Long.MAX_VALUE))
                .filter(entry -> !entry.recordedAt().isAfter(at))
                .findFirst();
    }

    List<PointEntry> reversalsOf(Collection<EntryId> entries) {
        return entries.stream()
                .distinct()
                .map(Key::of)
                .flatMap(named -> state.entriesByRelated.between(named, named.end()))
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(entry -> entry.kind() == EntryKind.REVERSAL)
                .sorted(Comparator.comparing(PointEntry::id))
                .toList();
    }

    List<EarnedLine> earnedLines(Collection<ExternalKey> purchases) {
        return purchases.stream()
                .distinct()
                .map(Key::of)
                .flatMap(purchase -> state.earnedLines.between(purchase, purchase.end()))
                .sorted(Comparator.comparing(EarnedLine::entry)
                        .thenComparing(line -> line.line().purchase())
                        .thenComparing(line -> line.line().line()))
                .toList();
    }
}
