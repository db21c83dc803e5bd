package org.openmembership.adjustment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountEvent.AdjustmentRejected;
import org.openmembership.adjustment.AdjustmentResult.NeedsApproval;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.command.Decision;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.step.Allowance;

/** What an actor has to say about an adjustment: that it be made, within limits, or that somebody else's may (S17, S18). */
sealed interface Say {
    Permission permission();

    /** Asked once for each decision, so that what is counted is what was judged by. */
    Verdict on(AdjustmentRequest request, Points available, Situation situation);

    /**
     * What is said.
     *
     * @param hindrance why it is not made, or not yet; null where it may be
     * @param counted what of it is on the actor's own account, this included; null where that is not counted
     */
    record Verdict(
            @Nullable Decision<AdjustmentResult> hindrance,
            @Nullable AdjustedDay counted) {
        static final Verdict FREE = new Verdict(null, null);

        static Verdict not(Decision<AdjustmentResult> hindrance) {
            return new Verdict(hindrance, null);
        }
    }

    /** Within what the actor may do alone. */
    record Alone(Allowance allowance) implements Say {
        @Override
        public Permission permission() {
            return Permission.ADJUST;
        }

        @Override
        public Verdict on(AdjustmentRequest request, Points available, Situation situation) {
            Points moved = moved(request);
            Instant at = situation.ledger(request.account()).at();
            Allowance.Left left = allowance.left(at, situation.stores());
            if (left.isWithinOnce(moved) && left.isWithinDay(moved)) {
                return new Verdict(null, left.after(moved));
            }
            return Verdict.not(Decision.notYet(new NeedsApproval(request, requireNonNull(left.alone()))));
        }

        private static Points moved(AdjustmentRequest request) {
            return request.points().max(request.points().negated());
        }
    }

    /** A second pair of eyes: of an actor who did not propose it, on exactly what was proposed. */
    record OnProposal(Actor decider, boolean approves) implements Say {
        @Override
        public Permission permission() {
            return Permission.APPROVE_ADJUSTMENT;
        }

        @Override
        public Verdict on(AdjustmentRequest request, Points available, Situation situation) {
            CommandKey key = new CommandKey(
                    Operation.ADJUSTMENT_PROPOSAL, situation.command().club(), request.key());
            Optional<RecordedCommand> proposal = situation.stores().commands().find(key);
            if (proposal.isEmpty() || !proposal.get().fingerprint().equals(request.fingerprint())) {
                return notYet(AdjustmentRefusal.NOT_PROPOSED, available);
            }
            if (proposal.get().origin().actor().equals(decider)) {
                return notYet(AdjustmentRefusal.OWN_PROPOSAL, available);
            }
            return approves ? Verdict.FREE : Verdict.not(rejected(request, available));
        }

        private static Decision<AdjustmentResult> rejected(AdjustmentRequest request, Points available) {
            return AdjustCommand.refuse(AdjustmentRefusal.REJECTED, available)
                    .telling(new AdjustmentRejected(request.account(), request.key()));
        }

        private static Verdict notYet(AdjustmentRefusal reason, Points available) {
            return Verdict.not(Decision.notYet(new Refused(reason, available, false)));
        }
    }
}
