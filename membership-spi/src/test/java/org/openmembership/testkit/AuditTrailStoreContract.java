package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditId;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.AuditRecord.Verdict;
import org.openmembership.access.AuditTrailStore;
import org.openmembership.access.Permission;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;

/** What every {@link AuditTrailStore} does. */
public abstract class AuditTrailStoreContract extends StoreContract {
    private static final Actor TILL = Actor.till("till-7");
    private static final Actor CLERK = Actor.staff("clerk-1");
    private static final Topic ONE = new Topic(Topic.Kind.ACCOUNT, "account-1");
    private static final Topic OTHER = new Topic(Topic.Kind.MEMBER, "account-1");

    @Test
    @Requirement("I17")
    void a_record_is_read_back_whole() {
        Document facts = new Document("facts", 1, "[{\"kind\":\"PointsEarned\"}]");
        AuditRecord done = new AuditRecord(
                AuditId.of("a-1"), Any.anyInstant(), TILL, Permission.REDEEM, ONE, Verdict.ALLOWED, facts);
        AuditRecord denied = AuditRecord.denied(AuditId.of("a-2"), Any.minute(1), CLERK, Permission.ADJUST, Topic.SHOP);

        add(done, denied);

        assertThat(list(AuditFilter.ALL)).containsExactly(denied, done);
    }

    @Test
    @Requirement("I17")
    void what_was_done_is_recorded_if_something_was_changed_and_only_then() {
        AuditRecord idle = denied(TILL, ONE, Any.minute(1));
        AuditRecord busy = denied(TILL, ONE, Any.minute(2));

        write(stores -> stores.auditTrail().done(List.of(idle)));
        write(stores -> {
            stores.auditTrail().done(List.of(busy));
            stores.outbox().addAll(List.of(AnyEvent.anyEvent(Any.minute(2))));
        });

        assertThat(list(AuditFilter.ALL)).containsExactly(busy);
    }

    @Test
    void records_are_found_by_topic_actor_and_time() {
        AuditRecord first = denied(TILL, ONE, Any.minute(1));
        AuditRecord second = denied(CLERK, ONE, Any.minute(2));
        AuditRecord third = denied(CLERK, OTHER, Any.minute(3));
        add(first, second, third);

        assertThat(list(AuditFilter.about(ONE))).containsExactly(second, first);
        assertThat(list(AuditFilter.by(CLERK))).containsExactly(third, second);
        assertThat(list(AuditFilter.ALL.between(Any.minute(2), Any.minute(3)))).containsExactly(second);
        assertThat(list(AuditFilter.about(ONE).between(Any.minute(2), null))).containsExactly(second);
        assertThat(list(AuditFilter.by(Actor.till("clerk-1")))).isEmpty();
        assertThat(list(new AuditFilter(OTHER, CLERK, null, Any.minute(4)))).containsExactly(third);
    }

    @Test
    void pages_neither_overlap_nor_leave_gaps() {
        AuditRecord[] records = IntStream.range(0, 7)
                .mapToObj(number -> denied(TILL, ONE, Any.minute(number / 3)))
                .toArray(AuditRecord[]::new);
        add(records);
        List<AuditRecord> found = new ArrayList<>();
        Page<AuditRecord> page = page(Page.Request.first(2));
        found.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            page = page(Page.Request.after(page.nextCursor().get(), 2));
            found.addAll(page.items());
        }

        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrder(records);
        assertThat(found).extracting(AuditRecord::recordedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    private static AuditRecord denied(Actor actor, Topic topic, Instant at) {
        return AuditRecord.denied(AuditId.of(Any.any("audit")), at, actor, Permission.REDEEM, topic);
    }

    private void add(AuditRecord... records) {
        write(stores -> List.of(records).forEach(stores.auditTrail()::denied));
    }

    private Page<AuditRecord> page(Page.Request request) {
        return read(stores -> stores.auditTrail().list(AuditFilter.about(ONE), request));
    }

    private List<AuditRecord> list(AuditFilter filter) {
        return read(stores -> stores.auditTrail().list(filter, Page.Request.first(10)))
                .items();
    }
}
