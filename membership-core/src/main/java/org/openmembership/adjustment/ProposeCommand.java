package org.openmembership.adjustment;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountEvent.AdjustmentProposed;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult.KeyReused;
import org.openmembership.adjustment.AdjustmentResult.OutcomeUnknown;
import org.openmembership.adjustment.AdjustmentResult.Proposed;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.club.Club;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.Cover;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Keeps that somebody wants an adjustment made: the recorded command itself is the proposal, frozen by its fingerprint. */
final class ProposeCommand implements KeyedCommand<AdjustmentResult> {
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
    public SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        accounts.add(request.account());
        return accounts;
    }

    @Override
    public @Nullable Cover cover(Club club, Instant now) {
        return null;
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

    @Override
    public AdjustmentResult keyReused(Instant firstUsedAt) {
        return new KeyReused(request.key(), firstUsedAt);
    }

    @Override
    public AdjustmentResult unknownAccount() {
        return new Refused(AdjustmentRefusal.UNKNOWN_ACCOUNT, Points.ZERO, false);
    }

    @Override
    public AdjustmentResult outcomeUnknown() {
        return new OutcomeUnknown(request.key());
    }
}
