package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalId;
import org.openmembership.journal.JournalStore;
import org.openmembership.journal.JournalType;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Journals in {@code om_journal}, and which entries they wrote in {@code om_journal_effect}. */
final class JdbcJournalStore implements JournalStore {
    private static final String LAST_NUMBER = """
            select last_number from om_journal_number
             where tenant = :tenant and club = :club
             order by club{lock}""";
    private static final String COLUMNS =
            "j.club, j.number, j.type, j.operation, j.key_source, j.key_value, j.line_count, j.document, j.reverses, j.posted_at";
    /** A row for each account. */
    private static final String WITH_EFFECTS = "select " + COLUMNS + """
            , f.account, f.first_seq, f.last_seq
              from om_journal j
              join om_journal_effect f on f.tenant = j.tenant and f.club = j.club and f.number = j.number
             where j.tenant = :tenant and j.club = :club and %s
             order by j.number desc, f.account""";

    private static final String BY_NUMBER = WITH_EFFECTS.formatted("j.number = :number");
    private static final String BY_COMMAND =
            WITH_EFFECTS.formatted("j.operation = :operation and j.key_source = :source and j.key_value = :value");
    private static final String REVERSAL = WITH_EFFECTS.formatted("j.reverses = :number");
    private static final String BETWEEN = WITH_EFFECTS.formatted("j.number between :number and :last");
    private static final String BETWEEN_OF_DOCUMENT =
            WITH_EFFECTS.formatted("j.document = :document and j.number between :number and :last");
    private static final String NUMBERS = """
            select j.number from om_journal j
             where j.tenant = :tenant and j.club = :club and j.number < :before
             order by j.tenant desc, j.club desc, j.number desc limit :limit""";
    private static final String NUMBERS_OF_DOCUMENT = """
            select j.number from om_journal j
             where j.tenant = :tenant and j.club = :club and j.document = :document and j.number < :before
             order by j.tenant desc, j.club desc, j.document desc, j.number desc limit :limit""";
    private static final String ENTRIES = "select " + EntryRow.COLUMNS + """
             from om_journal_effect f
             join om_entry e
               on e.tenant = f.tenant and e.account = f.account and e.seq between f.first_seq and f.last_seq
            where f.tenant = :tenant and f.club = :club and f.number = :number
            order by e.part, e.account, e.seq""";
    private static final Change NEXT = Change.of(Table.JOURNAL_NUMBER, "last_number", "club, last_number");

    private final JdbcUnit unit;

    JdbcJournalStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public long lockLastNumber(ClubId club) {
        return unit.gather()
                .bind("club", club.value())
                .one(LAST_NUMBER, row -> row.getLong("last_number"))
                .orElse(0L);
    }

    @Override
    public void add(Journal journal) {
        String club = journal.id().club().value();
        long number = journal.id().number();
        if (number == 1) {
            unit.add(Table.JOURNAL_NUMBER, club, number);
        } else {
            unit.change(NEXT, number, club, number - 1);
        }
        ExternalKey key = journal.command().key();
        DocumentCode document = journal.heading().document();
        unit.add(
                Table.JOURNAL,
                club,
                number,
                journal.type(),
                journal.command().operation(),
                key.source(),
                key.value(),
                journal.heading().lines(),
                document == null ? null : document.value(),
                journal.heading().reverses(),
                journal.postedAt());
        for (Effect effect : journal.effects()) {
            unit.add(Table.JOURNAL_EFFECT, effect.account().value(), effect.firstSeq(), effect.lastSeq(), club, number);
        }
    }

    @Override
    public Optional<Journal> find(JournalId id) {
        return one(of(id), BY_NUMBER);
    }

    @Override
    public Optional<Journal> postedBy(CommandKey command) {
        Gathering gathering = of(command.club())
                .bind("operation", command.operation())
                .bind("source", command.key().source())
                .bind("value", command.key().value());
        return one(gathering, BY_COMMAND);
    }

    @Override
    public Optional<Journal> reversalOf(JournalId id) {
        return one(of(id), REVERSAL);
    }

    @Override
    public Page<Journal> of(ClubId club, Page.Request page) {
        return page(() -> of(club), page, NUMBERS, BETWEEN);
    }

    @Override
    public Page<Journal> withDocument(ClubId club, DocumentCode document, Page.Request page) {
        return page(() -> of(club).bind("document", document.value()), page, NUMBERS_OF_DOCUMENT, BETWEEN_OF_DOCUMENT);
    }

    /** What is between the first and the last number of the page stays as it is: none is ever changed or removed. */
    private static Page<Journal> page(Supplier<Gathering> asking, Page.Request page, String numbersOf, String between) {
        Page.Cursor after = page.after();
        Page<Long> numbers = Pages.of(
                asking.get()
                        .bind("before", after == null ? Long.MAX_VALUE : after.number())
                        .bind("limit", page.limit() + 1)
                        .all(numbersOf, row -> row.getLong("number")),
                page,
                last -> Long.toString(last));
        if (numbers.items().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        long first = numbers.items().get(numbers.items().size() - 1);
        Gathering those =
                asking.get().bind("number", first).bind("last", numbers.items().get(0));
        return new Page<>(all(those, between), numbers.next());
    }

    @Override
    public List<PointEntry> entries(JournalId id) {
        return of(id).all(ENTRIES, EntryRow::read);
    }

    private Gathering of(JournalId id) {
        return of(id.club()).bind("number", id.number());
    }

    private Gathering of(ClubId club) {
        return unit.gather().bind("club", club.value());
    }

    private static Optional<Journal> one(Gathering gathering, String question) {
        return all(gathering, question).stream().findFirst();
    }

    /** Puts together what each journal wrote on its accounts. */
    private static List<Journal> all(Gathering gathering, String question) {
        Map<JournalId, Journal> journals = new LinkedHashMap<>();
        Map<JournalId, List<Effect>> effects = new HashMap<>();
        gathering.all(question, row -> {
            Journal journal = read(row);
            journals.putIfAbsent(journal.id(), journal);
            return effects.computeIfAbsent(journal.id(), any -> new ArrayList<>())
                    .add(effect(row));
        });
        return journals.values().stream()
                .map(journal -> new Journal(
                        journal.id(),
                        journal.type(),
                        journal.command(),
                        journal.heading(),
                        journal.postedAt(),
                        effects.getOrDefault(journal.id(), List.of())))
                .toList();
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(AccountId.of(row.getString("account")), row.getLong("first_seq"), row.getLong("last_seq"));
    }

    /** Without effects. */
    private static Journal read(ResultSet row) throws SQLException {
        long number = row.getLong("reverses");
        Long reverses = row.wasNull() ? null : number;
        Journal.Heading heading = new Journal.Heading(
                row.getInt("line_count"), Values.codeOrNull(row, "document", DocumentCode::of), reverses);
        ClubId club = ClubId.of(row.getString("club"));
        return new Journal(
                new JournalId(club, row.getLong("number")),
                JournalType.valueOf(row.getString("type")),
                new CommandKey(
                        Operation.valueOf(row.getString("operation")),
                        club,
                        ExternalKey.of(row.getString("key_source"), row.getString("key_value"))),
                heading,
                Values.instant(row, "posted_at"),
                List.of());
    }
}
