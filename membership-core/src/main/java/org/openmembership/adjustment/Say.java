package org.openmembership.adjustment;

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
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/** What an actor has to say about an adjustment: that it be made, within limits, or that somebody else's may (S17, S18). */
sealed interface Say {
    Permission permission();

    /** Why it is not made, or not yet. */
    Optional<Decision<AdjustmentResult>> hindered(AdjustmentRequest request, Points available, Situation situation);

    /** @param alone the most that may be adjusted so, null for no limit */
    record Alone(@Nullable Points alone) implements Say {
        @Override
        public Permission permission() {
            return Permission.ADJUST;
        }

        @Override
        public Optional<Decision<AdjustmentResult>> hindered(
                AdjustmentRequest request, Points available, Situation situation) {
            Points moved = request.points().max(request.points().negated());
            return alone == null || !alone.isLessThan(moved)
                    ? Optional.empty()
                    : Optional.of(Decision.notYet(new NeedsApproval(request, alone)));
        }
    }

    /** A second pair of eyes: of an actor who did not propose it, on exactly what was proposed. */
    record OnProposal(Actor decider, boolean approves) implements Say {
        @Override
        public Permission permission() {
            return Permission.APPROVE_ADJUSTMENT;
        }

        @Override
        public Optional<Decision<AdjustmentResult>> hindered(
                AdjustmentRequest request, Points available, Situation situation) {
            CommandKey key = new CommandKey(
                    Operation.ADJUSTMENT_PROPOSAL, situation.command().club(), request.key());
            Optional<RecordedCommand> proposal = situation.stores().commands().find(key);
            if (proposal.isEmpty() || !proposal.get().fingerprint().equals(request.fingerprint())) {
                return notYet(AdjustmentRefusal.NOT_PROPOSED, available);
            }
            if (proposal.get().origin().actor().equals(decider)) {
                return notYet(AdjustmentRefusal.OWN_PROPOSAL, available);
            }
            return approves ? Optional.empty() : Optional.of(rejected(request, available));
        }

        private static Decision<AdjustmentResult> rejected(AdjustmentRequest request, Points available) {
            return AdjustCommand.refuse(AdjustmentRefusal.REJECTED, available)
                    .telling(new AdjustmentRejected(request.account(), request.key()));
        }

        private static Optional<Decision<AdjustmentResult>> notYet(AdjustmentRefusal reason, Points available) {
            return Optional.of(Decision.notYet(new Refused(reason, available, false)));
        }
    }
}
