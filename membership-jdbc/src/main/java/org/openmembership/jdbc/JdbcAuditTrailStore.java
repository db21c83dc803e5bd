package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditId;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.AuditTrailStore;
import org.openmembership.access.Permission;
import org.openmembership.shared.Document;
import org.openmembership.shared.Page;

/** The audit trail in {@code om_audit_record}. */
final class JdbcAuditTrailStore implements AuditTrailStore {
    private static final String SELECT = """
            select recorded_at, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, format,
                   document
              from om_audit_record
             where tenant = :tenant""";
    private static final String ABOUT = " and topic_kind = :topic_kind and topic_id = :topic_id";
    private static final String BY = " and actor_kind = :actor_kind and actor_reference = :actor_reference";
    private static final String SINCE = " and recorded_at >= :since";
    private static final String UNTIL = " and recorded_at < :until";
    private static final String BEFORE =
            " and (recorded_at < :before_at or (recorded_at = :before_at and id < :before))";
    private static final String LATEST_FIRST = " order by recorded_at desc, id desc limit :limit";

    private final JdbcUnit unit;

    JdbcAuditTrailStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void done(List<AuditRecord> records) {
        records.forEach(audited -> unit.addIfChanged(Table.AUDIT_RECORD, row(audited)));
    }

    @Override
    public void denied(AuditRecord attempt) {
        unit.add(Table.AUDIT_RECORD, row(attempt));
    }

    private static @Nullable Object[] row(AuditRecord audited) {
        Document facts = audited.facts();
        return new @Nullable Object[] {
            audited.recordedAt(),
            audited.id().value(),
            audited.actor().kind(),
            audited.actor().reference(),
            audited.permission(),
            audited.topic().kind(),
            audited.topic().id(),
            audited.verdict(),
            facts == null ? null : facts.kind(),
            facts == null ? null : facts.version(),
            facts == null ? null : facts.json()
        };
    }

    @Override
    public Page<AuditRecord> list(AuditFilter filter, Page.Request page) {
        Gathering gathering = unit.gather().bind("limit", page.limit() + 1);
        List<String> question = new ArrayList<>(List.of(SELECT));
        if (filter.topic() != null) {
            question.add(ABOUT);
            gathering.bind("topic_kind", filter.topic().kind());
            gathering.bind("topic_id", filter.topic().id());
        }
        if (filter.actor() != null) {
            question.add(BY);
            gathering.bind("actor_kind", filter.actor().kind());
            gathering.bind("actor_reference", filter.actor().reference());
        }
        if (filter.from() != null) {
            question.add(SINCE);
            gathering.bind("since", filter.from());
        }
        if (filter.to() != null) {
            question.add(UNTIL);
            gathering.bind("until", filter.to());
        }
        Page.Cursor after = page.after("audit");
        if (after != null) {
            question.add(BEFORE);
            bindPlace(gathering, after);
        }
        question.add(LATEST_FIRST);
        return Pages.of(
                gathering.all(String.join("", question), JdbcAuditTrailStore::read),
                page,
                "audit",
                last -> Values.micros(last.recordedAt()) + ":" + last.id());
    }

    private static void bindPlace(Gathering gathering, Page.Cursor after) {
        Page.Numbered place = after.numbered();
        gathering.bind("before_at", place.number());
        gathering.bind("before", place.id());
    }

    private static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                AuditId.of(row.getString("id")),
                Values.instant(row, "recorded_at"),
                TopicRow.actor(row),
                Permission.valueOf(row.getString("permission")),
                TopicRow.topic(row),
                AuditRecord.Verdict.valueOf(row.getString("verdict")),
                row.getString("kind") == null ? null : TopicRow.document(row));
    }
}
