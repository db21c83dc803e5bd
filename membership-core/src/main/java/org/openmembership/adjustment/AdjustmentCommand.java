package org.openmembership.adjustment;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult.KeyReused;
import org.openmembership.adjustment.AdjustmentResult.OutcomeUnknown;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.command.KeyedCommand;
import org.openmembership.shared.Points;

/** What the proposal of an adjustment and the adjustment itself answer alike. */
abstract class AdjustmentCommand implements KeyedCommand<AdjustmentResult> {
    private final AdjustmentRequest request;

    AdjustmentCommand(AdjustmentRequest request) {
        this.request = request;
    }

    @Override
    public final SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        accounts.add(request.account());
        return accounts;
    }

    @Override
    public final AdjustmentResult keyReused(Instant firstUsedAt) {
        return new KeyReused(request.key(), firstUsedAt);
    }

    @Override
    public final AdjustmentResult unknownAccount() {
        return new Refused(AdjustmentRefusal.UNKNOWN_ACCOUNT, Points.ZERO, false);
    }

    @Override
    public final AdjustmentResult outcomeUnknown() {
        return new OutcomeUnknown(request.key());
    }
}
