package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldEvent;
import org.openmembership.ledger.HoldEvent.HoldMoved;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.ledger.MovedHold;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.outbox.RecordedEvent.When;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/**
 * What one try at a unit of work has done, as verbs and steps name it; at its end {@code command/} audits it and tells it.
 *
 * <p>Only what has happened is named: a repeat that changes nothing names nothing. Not thread-safe.
 */
public final class Facts {
    private final List<Fact> all = new ArrayList<>();
    private @Nullable Attempt attempt;

    /** An event and its place among others. */
    public record Fact(MembershipEvent event, When when) {}

    /** What is being done, and to what, as far as no event says it. */
    public record Attempt(Permission permission, Topic topic) {}

    /** Names what happened without changing an account's points or standing. */
    public void happened(MembershipEvent event, Instant at) {
        all.add(new Fact(event, new When(at, 0, all.size())));
    }

    /**
     * Names what happened to the standing of an account.
     *
     * @param before the account as it was locked
     */
    public void happened(MembershipEvent event, MemberAccount before, Instant at) {
        all.add(new Fact(event, new When(before.head().recordedAt(at), before.version(), all.size())));
    }

    /** Names the entries and holds of postings that are written. */
    public void posted(List<Posting> postings) {
        for (Posting posting : postings) {
            for (PointEntry entry : posting.entries()) {
                When when = new When(entry.recordedAt(), posting.account().version(), all.size());
                all.add(new Fact(LedgerEvent.of(entry), when));
            }
            Instant at = posting.account().head().changes().lastRecordedAt();
            Stream.concat(posting.holds().placed().stream(), posting.holds().ended().stream())
                    .forEach(hold -> happened(HoldEvent.of(hold), posting.account(), at));
            for (MovedHold moved : posting.holds().moved()) {
                Hold hold = moved.after();
                happened(new HoldMoved(hold.id(), hold.account()), posting.account(), at);
            }
        }
    }

    /** Says what is being done, and to what; the last word counts. */
    public void attempted(Permission permission, Topic topic) {
        attempt = new Attempt(permission, topic);
    }

    /** All facts, in the order in which they were named. */
    public List<Fact> all() {
        return List.copyOf(all);
    }

    /** Null where a unit of work is no doing of the actor's, such as counting a try. */
    public @Nullable Attempt attempt() {
        return attempt;
    }
}
