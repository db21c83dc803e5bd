package org.openmembership.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.Answer;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.MembershipEvent;

/**
 * What a verb decided, and what of it is kept.
 *
 * @param result for the caller
 * @param answer kept under the key, null where the key stays free
 * @param postings kept with it, each of which tells its entries
 * @param told what else has happened
 */
public record Decision<R>(R result, @Nullable Answer answer, List<Posting> postings, List<MembershipEvent> told) {
    public Decision {
        postings = List.copyOf(postings);
        told = List.copyOf(told);
    }

    /** The same decision, which tells of something that no posting tells of. */
    public Decision<R> telling(MembershipEvent event) {
        return new Decision<>(result, answer, postings, List.of(event));
    }

    public static <R> Decision<R> done(R result, Answer answer, Posting... postings) {
        return new Decision<>(result, answer, List.of(postings), List.of());
    }

    /** A refusal that stands: the key does not succeed later either (R27). */
    public static <R> Decision<R> refused(R result, Answer answer) {
        return new Decision<>(result, answer, List.of(), List.of());
    }

    /** A refusal that may pass: nothing is kept, the key stays free. */
    public static <R> Decision<R> notYet(R result) {
        return new Decision<>(result, null, List.of(), List.of());
    }
}
