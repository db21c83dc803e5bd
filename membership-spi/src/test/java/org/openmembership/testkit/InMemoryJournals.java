package org.openmembership.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journal.JournalStore;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Page;

final class InMemoryJournals implements JournalStore {
    private final State state;

    InMemoryJournals(State state) {
        this.state = state;
    }

    @Override
    public long lockLastNumber(ClubId club) {
        Key first = Key.of(club);
        return state.journals
                .betweenDown(first, first.end())
                .findFirst()
                .map(last -> last.id().number())
                .orElse(0L);
    }

    @Override
    public void add(Journal journal) {
        ClubId club = journal.id().club();
        if (lockLastNumber(club) != journal.id().number() - 1) {
            throw new RaceLostException(journal.id() + " is not the next journal");
        }
        state.journals.add(place(journal.id()), journal);
        state.journalsByKey.add(place(journal.command()), journal);
        journal.reversed().ifPresent(undone -> state.journalReversals.add(place(undone), journal));
    }

    @Override
    public Optional<Journal> find(JournalId id) {
        return state.journals.find(place(id));
    }

    @Override
    public Optional<Journal> postedBy(CommandKey command) {
        return state.journalsByKey.find(place(command));
    }

    @Override
    public Optional<Journal> reversalOf(JournalId id) {
        return state.journalReversals.find(place(id));
    }

    @Override
    public Page<Journal> of(ClubId club, Page.Request page) {
        return page(club, page, any -> true);
    }

    @Override
    public Page<Journal> withDocument(ClubId club, DocumentCode document, Page.Request page) {
        return page(club, page, journal -> document.equals(journal.heading().document()));
    }

    private Page<Journal> page(ClubId club, Page.Request page, Predicate<Journal> wanted) {
        Key first = Key.of(club);
        Key end = page.after() == null ? first.end() : Key.of(club, page.after().number());
        return InMemoryPages.of(
                state.journals.betweenDown(first, end).filter(wanted),
                page,
                last -> Long.toString(last.id().number()));
    }

    @Override
    public List<PointEntry> entries(JournalId id) {
        InMemoryEntries entries = new InMemoryEntries(state);
        return find(id).stream()
                .flatMap(journal -> journal.effects().stream())
                .flatMap((Effect effect) ->
                        entries.between(effect.account(), effect.firstSeq(), effect.lastSeq()).stream())
                .sorted(Comparator.comparing(entry -> entry.cause().origin().part()))
                .toList();
    }

    private static Key place(CommandKey command) {
        return Key.of(command.club(), command.operation(), command.key());
    }

    private static Key place(JournalId id) {
        return Key.of(id.club(), id.number());
    }
}
