package org.openmembership.adjustment;

import java.time.LocalDate;
import java.time.ZoneId;
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

/** What an actor has to say about an adjustment: that it be made, within limits, or that somebody else's may (S17, S18). */
sealed interface Say {
    Permission permission();

    /** Why it is not made, or not yet. */
    Optional<Decision<AdjustmentResult>> hindered(AdjustmentRequest request, Points available, Situation situation);

    /** What of it is on the actor's own account; empty where it is not counted. */
    Optional<AdjustedDay> counted(AdjustmentRequest request, Situation situation);

    /**
     * @param once the most that may be adjusted so at once, null for no limit
     * @param daily the most in a day, null for no limit
     * @param zone whose midnight begins a day
     */
    record Alone(@Nullable Points once, @Nullable Points daily, Actor actor, ZoneId zone) implements Say {
        @Override
        public Permission permission() {
            return Permission.ADJUST;
        }

        @Override
        public Optional<Decision<AdjustmentResult>> hindered(
                AdjustmentRequest request, Points available, Situation situation) {
            Points alone = alone(request, situation);
            return alone == null || !alone.isLessThan(moved(request))
                    ? Optional.empty()
                    : Optional.of(Decision.notYet(new NeedsApproval(request, alone)));
        }

        @Override
        public Optional<AdjustedDay> counted(AdjustmentRequest request, Situation situation) {
            if (daily == null) {
                return Optional.empty();
            }
            Points moved = moved(request);
            return Optional.of(today(request, situation)
                    .map(before -> before.plus(moved))
                    .orElseGet(() -> AdjustedDay.first(actor, day(request, situation), moved)));
        }

        private @Nullable Points alone(AdjustmentRequest request, Situation situation) {
            if (daily == null) {
                return once;
            }
            Points used = today(request, situation).map(AdjustedDay::points).orElse(Points.ZERO);
            Points rest = daily.minus(used).max(Points.ZERO);
            return once == null ? rest : once.min(rest);
        }

        /** Locked: whoever else adjusts under this actor's name waits. */
        private Optional<AdjustedDay> today(AdjustmentRequest request, Situation situation) {
            return situation.stores().earning().adjustedForUpdate(actor, day(request, situation));
        }

        /** The day on which the points will be adjusted. */
        private LocalDate day(AdjustmentRequest request, Situation situation) {
            return LocalDate.ofInstant(situation.ledger(request.account()).at(), zone);
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

        @Override
        public Optional<AdjustedDay> counted(AdjustmentRequest request, Situation situation) {
            return Optional.empty();
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
