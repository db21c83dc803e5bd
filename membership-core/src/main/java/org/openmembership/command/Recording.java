package org.openmembership.command;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.access.AuditId;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.document.EventDocuments;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** The end of a unit of work: what happened in it is told and audited, in the same batch as the facts themselves (I17). */
record Recording(Engine engine, Actor actor) {
    /** Far fewer than fill a document. */
    private static final int MAX_FACTS = 500;

    /** @param now for what no event says the time of */
    void record(Facts facts, Instant now, Stores stores) {
        List<RecordedEvent> events = facts.all().stream().map(this::recorded).toList();
        if (!events.isEmpty()) {
            stores.outbox().addAll(events);
            events.forEach(event -> engine.listeners().forEach(listener -> listener.happened(event)));
        }
        Facts.Attempt attempt = facts.attempt();
        if (attempt != null) {
            stores.auditTrail().done(audited(attempt, events, now));
        }
    }

    /** Keeps that somebody was turned away. */
    void deny(PermissionDeniedException denied, Instant now, Stores stores) {
        AuditId id = AuditId.of(engine.ids().next());
        stores.auditTrail().denied(AuditRecord.denied(id, now, actor, denied.permission(), denied.topic()));
    }

    private RecordedEvent recorded(Facts.Fact fact) {
        EventId id = EventId.of(engine.ids().next());
        return new RecordedEvent(id, fact.when(), actor, fact.event(), EventDocuments.write(fact.event()));
    }

    /** A record for each thing that was changed, so that everything finds all that was done to it. */
    private List<AuditRecord> audited(Facts.Attempt attempt, List<RecordedEvent> events, Instant now) {
        if (events.isEmpty()) {
            return List.of(new AuditRecord(
                    AuditId.of(engine.ids().next()),
                    now,
                    actor,
                    attempt.permission(),
                    attempt.topic(),
                    AuditRecord.Verdict.ALLOWED,
                    null));
        }
        Map<Topic, List<RecordedEvent>> byTopic = new LinkedHashMap<>();
        events.forEach(event ->
                byTopic.computeIfAbsent(event.topic(), any -> new ArrayList<>()).add(event));
        return byTopic.values().stream()
                .flatMap(about -> Lists.partition(about, MAX_FACTS).stream())
                .map(about -> audited(attempt, about))
                .toList();
    }

    private AuditRecord audited(Facts.Attempt attempt, List<RecordedEvent> events) {
        return new AuditRecord(
                AuditId.of(engine.ids().next()),
                events.get(0).recordedAt(),
                actor,
                attempt.permission(),
                events.get(0).topic(),
                AuditRecord.Verdict.ALLOWED,
                EventDocuments.together(
                        events.stream().map(RecordedEvent::document).toList()));
    }
}
