package org.openmembership.adjustment;

import org.openmembership.access.Permission;
import org.openmembership.account.AccountEvent.AdjustmentProposed;
import org.openmembership.adjustment.AdjustmentResult.Proposed;
import org.openmembership.command.Decision;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.storage.Stores;

/** Keeps that somebody wants an adjustment made: the recorded command itself is the proposal, frozen by its fingerprint. */
final class ProposeCommand implements AdjustmentCommand {
    private final AdjustmentRequest request;

    ProposeCommand(AdjustmentRequest request) {
        this.request = request;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Operation.ADJUSTMENT_PROPOSAL,
                Permission.ADJUST,
                request.account(),
                request.key(),
                request.fingerprint());
    }

    @Override
    public Decision<AdjustmentResult> decide(Situation situation) {
        AdjustmentResult proposed = new Proposed(request, false);
        return Decision.done(proposed, Answer.of("PROPOSED"))
                .telling(new AdjustmentProposed(request.account(), request.points(), request.reason(), request.key()));
    }

    @Override
    public AdjustmentResult repeated(RecordedCommand first, Stores stores) {
        return new Proposed(request, true);
    }
}
