package org.openmembership.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.step.SettledScheme;

/**
 * What a verb decided, and what of it is kept.
 *
 * @param result for the caller
 * @param answer kept under the key, null where the key stays free
 * @param postings kept with it, each of which tells its entries
 * @param told what else has happened
 * @param beside what else is kept
 */
public record Decision<R>(
        R result, @Nullable Answer answer, List<Posting> postings, List<MembershipEvent> told, Beside beside) {
    /**
     * What is kept beside the entries.
     *
     * @param commands further ones, for entries on other accounts
     * @param counts of capped spans that grow with it
     * @param explanations of entries
     * @param schemes what was decided about the schemes of accounts
     * @param adjusted what an actor has adjusted alone in a day, this included; null where that is not counted
     * @param giftCards what came to gift cards with the points, or left them
     * @param rewards what envoys have of sales from now on
     */
    public record Beside(
            List<Further> commands,
            List<PointCount> counts,
            List<KeptExplanation> explanations,
            List<SettledScheme> schemes,
            @Nullable AdjustedDay adjusted,
            List<GiftCardPosting> giftCards,
            List<EnvoyReward> rewards) {
        static final Beside NOTHING = new Beside(List.of(), List.of(), List.of());

        public Beside(List<Further> commands, List<PointCount> counts, List<KeptExplanation> explanations) {
            this(commands, counts, explanations, List.of(), null, List.of(), List.of());
        }

        /** What is left of envoys' shares, and the commands by which they went. */
        static Beside of(List<Further> commands, List<EnvoyReward> rewards) {
            return new Beside(commands, List.of(), List.of(), List.of(), null, List.of(), rewards);
        }

        public Beside {
            schemes = List.copyOf(schemes);
            giftCards = List.copyOf(giftCards);
            rewards = List.copyOf(rewards);
            commands = List.copyOf(commands);
            counts = List.copyOf(counts);
            explanations = List.copyOf(explanations);
        }
    }

    /** A further command of the same call, for what it wrote to another account. */
    public record Further(CommandKey key, Fingerprint fingerprint, RecordedCommand.Effect effect, Answer answer) {}

    public Decision(R result, @Nullable Answer answer, List<Posting> postings, List<MembershipEvent> told) {
        this(result, answer, postings, told, Beside.NOTHING);
    }

    public Decision {
        postings = List.copyOf(postings);
        told = List.copyOf(told);
    }

    /** The same decision, which tells of something that no posting tells of. */
    public Decision<R> telling(MembershipEvent event) {
        return new Decision<>(result, answer, postings, List.of(event), beside);
    }

    /** The same decision, with what it means for the scheme of an account. */
    public Decision<R> settling(SettledScheme scheme) {
        return keeping(new Beside(
                beside.commands(),
                beside.counts(),
                beside.explanations(),
                List.of(scheme),
                beside.adjusted(),
                beside.giftCards(),
                beside.rewards()));
    }

    /** The same decision, which counts among what an actor may adjust alone in a day. */
    public Decision<R> counting(AdjustedDay adjusted) {
        return keeping(new Beside(
                beside.commands(),
                beside.counts(),
                beside.explanations(),
                beside.schemes(),
                adjusted,
                beside.giftCards(),
                beside.rewards()));
    }

    /** The same decision, with what it means for a gift card. */
    public Decision<R> with(GiftCardPosting giftCard) {
        return keeping(new Beside(
                beside.commands(),
                beside.counts(),
                beside.explanations(),
                beside.schemes(),
                beside.adjusted(),
                List.of(giftCard),
                beside.rewards()));
    }

    /** The same decision, with what it posts to another account, which belongs to a command of its own, and what it means for an envoy. */
    public Decision<R> with(Posting other, List<Further> commands, EnvoyReward reward) {
        List<Posting> all = new ArrayList<>(postings);
        if (!other.isEmpty()) {
            all.add(other);
        }
        return new Decision<>(result, answer, all, told, Beside.of(commands, List.of(reward)));
    }

    /** The same decision, beside which more is kept. */
    public Decision<R> keeping(Beside more) {
        return new Decision<>(result, answer, postings, told, more);
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
