package org.openmembership.adjustment;

import org.openmembership.adjustment.AdjustmentResult.KeyReused;
import org.openmembership.adjustment.AdjustmentResult.OutcomeUnknown;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Undecided;
import org.openmembership.shared.Points;

/** What the proposal of an adjustment and the adjustment itself answer alike. */
interface AdjustmentCommand extends KeyedCommand<AdjustmentResult> {
    @Override
    default Undecided<AdjustmentResult> undecided() {
        return new Undecided<>(
                KeyReused::new,
                new Refused(AdjustmentRefusal.UNKNOWN_ACCOUNT, Points.ZERO, false),
                OutcomeUnknown::new);
    }
}
