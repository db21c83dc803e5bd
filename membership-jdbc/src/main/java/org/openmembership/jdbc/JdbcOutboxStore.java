package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.outbox.OutboxStore;
import org.openmembership.outbox.OutboxTurn;
import org.openmembership.outbox.RecordedEvent;

/** Events in {@code om_outbox}, and whose turn it is in {@code om_outbox_turn}. */
final class JdbcOutboxStore implements OutboxStore {
    private static final String WAITING = """
            select id, recorded_at, version, position, topic_kind, topic_id, actor_kind, actor_reference, kind, format, document
              from om_outbox
             where tenant = :tenant and is_waiting = 1
             order by tenant, is_waiting, recorded_at, version, position, id
             limit :limit""";
    private static final String STILL_WAITING = """
            select id from om_outbox
             where tenant = :tenant and id {in:ids} and is_waiting = 1
             order by id{lock}""";
    private static final String OLD = """
            select id from om_outbox
             where tenant = :tenant and is_waiting = 0 and recorded_at < :before
             order by tenant, is_waiting, recorded_at, version, position, id
             limit :limit""";
    private static final String LAST_TURN = "select number, ends_at from om_outbox_turn where tenant = :tenant";
    private static final Change TOLD = Change.of(Table.OUTBOX, "is_waiting", "id, is_waiting");
    private static final Change TAKEN = Change.of(Table.OUTBOX_TURN, "number, ends_at", "number");
    private static final Removal GONE = Removal.of(Table.OUTBOX, "id");

    private final JdbcUnit unit;

    JdbcOutboxStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void addAll(List<RecordedEvent> events) {
        events.forEach(this::add);
    }

    private void add(RecordedEvent event) {
        unit.add(
                Table.OUTBOX,
                event.id().value(),
                event.when().recordedAt(),
                event.when().version(),
                event.when().position(),
                event.topic().kind(),
                event.topic().id(),
                event.actor().kind(),
                event.actor().reference(),
                event.document().kind(),
                event.document().version(),
                event.document().json(),
                true);
        unit.heard(event);
    }

    @Override
    public List<KeptEvent> waiting(int limit) {
        return unit.gather().bind("limit", limit).all(WAITING, JdbcOutboxStore::read);
    }

    @Override
    public void told(Set<EventId> events) {
        if (!events.isEmpty()) {
            unit.gather()
                    .list("ids", events.stream().map(EventId::value).toList())
                    .all(STILL_WAITING, row -> row.getString("id"))
                    .forEach(id -> unit.change(TOLD, false, id, true));
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        List<String> old =
                unit.gather().bind("before", before).bind("limit", limit).all(OLD, row -> row.getString("id"));
        old.forEach(id -> unit.remove(GONE, id));
        return old.size();
    }

    @Override
    public Optional<OutboxTurn> lastTurn() {
        return unit.gather()
                .one(LAST_TURN, row -> new OutboxTurn(row.getLong("number"), Values.instant(row, "ends_at")));
    }

    @Override
    public void take(OutboxTurn next, Optional<OutboxTurn> last) {
        if (last.isEmpty()) {
            unit.add(Table.OUTBOX_TURN, next.number(), next.until());
        } else {
            unit.change(TAKEN, next.number(), next.until(), last.get().number());
        }
    }

    private static KeptEvent read(ResultSet row) throws SQLException {
        return new KeptEvent(
                EventId.of(row.getString("id")),
                new RecordedEvent.When(
                        Values.instant(row, "recorded_at"), row.getLong("version"), row.getInt("position")),
                TopicRow.actor(row),
                TopicRow.topic(row),
                TopicRow.document(row));
    }
}
