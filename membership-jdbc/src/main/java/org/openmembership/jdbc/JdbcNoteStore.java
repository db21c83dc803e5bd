package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.NoteStore;
import org.openmembership.note.Task;
import org.openmembership.note.TaskStatus;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;

/** Notes and tasks in {@code om_note}. */
final class JdbcNoteStore implements NoteStore {
    private static final String COLUMNS = """
            select id, customer, key_source, key_value, text, category, store, status, due_on, assignee, actor_kind,
                   actor_reference, created_at, version
              from om_note
             where tenant = :tenant""";
    private static final String BY_ID = COLUMNS + " and id = :id";
    private static final String BY_KEY = COLUMNS + " and key_source = :source and key_value = :value";
    private static final String OF_CUSTOMER = COLUMNS + """

             and customer = :customer and created_at <= :before_at and (created_at < :before_at or id < :before)
             order by created_at desc, id desc limit :limit""";
    private static final String DUE = """

             and is_open = 1 and due_on >= :after_day and (due_on > :after_day or id > :after) and due_on < :due_before
             order by due_on, id limit :limit""";
    private static final String TASKS = COLUMNS + DUE;
    private static final String TASKS_OF = COLUMNS + " and assignee = :assignee" + DUE;
    private static final Change CHANGED =
            Change.of(Table.NOTE, "text, category, status, is_open, due_on, assignee, version", "id, version");

    private static final Change ABOUT = Change.of(Table.NOTE, "customer", "id");
    private static final String IDS =
            "select id from om_note where tenant = :tenant and customer = :customer order by id";

    /** Comes after every id. */
    private static final String LAST = "~";

    private final JdbcUnit unit;

    JdbcNoteStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Note note) {
        Task task = note.task();
        StoreCode store = note.store();
        unit.add(
                Table.NOTE,
                note.id().value(),
                note.customer().value(),
                note.key().source(),
                note.key().value(),
                note.text(),
                note.category(),
                store == null ? null : store.value(),
                task == null ? null : task.status(),
                task != null && task.isOpen(),
                task == null ? null : task.dueOn(),
                task == null ? null : task.assignee(),
                note.by().kind(),
                note.by().reference(),
                note.createdAt(),
                note.version());
    }

    @Override
    public void update(Note note) {
        Task task = note.task();
        unit.change(
                CHANGED,
                note.text(),
                note.category(),
                task == null ? null : task.status(),
                task != null && task.isOpen(),
                task == null ? null : task.dueOn(),
                task == null ? null : task.assignee(),
                note.version(),
                note.id().value(),
                note.version() - 1);
    }

    @Override
    public List<NoteId> idsOf(CustomerId customer) {
        return unit.gather().bind("customer", customer.value()).all(IDS, row -> NoteId.of(row.getString("id")));
    }

    @Override
    public void repoint(List<NoteId> notes, CustomerId customer) {
        notes.forEach(note -> unit.change(ABOUT, customer.value(), note.value()));
    }

    @Override
    public Optional<Note> find(NoteId id) {
        return unit.gather().bind("id", id.value()).one(BY_ID, JdbcNoteStore::read);
    }

    @Override
    public Optional<Note> withKey(ExternalKey key) {
        return unit.gather()
                .bind("source", key.source())
                .bind("value", key.value())
                .one(BY_KEY, JdbcNoteStore::read);
    }

    @Override
    public Page<Note> of(CustomerId customer, Page.Request page) {
        Place before = Place.of(page, "notes", new Place(Long.MAX_VALUE, LAST));
        List<Note> found = unit.gather()
                .bind("customer", customer.value())
                .bind("before_at", before.number())
                .bind("before", before.id())
                .bind("limit", page.limit() + 1)
                .all(OF_CUSTOMER, JdbcNoteStore::read);
        return Pages.of(found, page, "notes", last -> Values.micros(last.createdAt()) + ":" + last.id());
    }

    @Override
    public Page<Note> openTasks(@Nullable String assignee, @Nullable LocalDate dueBefore, Page.Request page) {
        Place after = Place.of(page, "tasks", new Place(0, ""));
        Gathering gathering = unit.gather()
                .bind("after_day", after.number())
                .bind("after", after.id())
                .bind("due_before", dueBefore == null ? Integer.MAX_VALUE : Values.day(dueBefore))
                .bind("limit", page.limit() + 1);
        if (assignee != null) {
            gathering.bind("assignee", assignee);
        }
        List<Note> found = gathering.all(assignee == null ? TASKS : TASKS_OF, JdbcNoteStore::read);
        return Pages.of(found, page, "tasks", JdbcNoteStore::placeOfTask);
    }

    private static String placeOfTask(Note note) {
        return note.asTask().map(task -> Values.day(task.dueOn())).orElse(0) + ":" + note.id();
    }

    private static Note read(ResultSet row) throws SQLException {
        String status = row.getString("status");
        LocalDate dueOn = Values.dayOrNull(row, "due_on");
        Task task = status == null || dueOn == null
                ? null
                : new Task(TaskStatus.valueOf(status), dueOn, row.getString("assignee"));
        return new Note(
                NoteId.of(row.getString("id")),
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                CustomerId.of(row.getString("customer")),
                row.getString("text"),
                row.getString("category"),
                Values.codeOrNull(row, "store", StoreCode::of),
                task,
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")),
                Values.instant(row, "created_at"),
                row.getInt("version"));
    }

    /** Where a page starts. */
    private record Place(long number, String id) {
        private static Place of(Page.Request page, String list, Place first) {
            Page.Cursor after = page.after(list);
            if (after == null) {
                return first;
            }
            Page.Numbered place = after.numbered();
            return new Place(place.number(), place.id());
        }
    }
}
