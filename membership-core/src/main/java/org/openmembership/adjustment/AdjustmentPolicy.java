package org.openmembership.adjustment;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.openmembership.shared.Actor;
import org.openmembership.step.Allowance;

/**
 * What somebody may adjust alone (S17).
 *
 * @param once at once
 * @param daily in a day, all together
 * @param zone whose midnight begins a day
 */
public record AdjustmentPolicy(AdjustmentLimits once, DailyLimits daily, ZoneId zone) {
    /** Whoever may adjust may do so alone, as much and as often as they want. */
    public static final AdjustmentPolicy DEFAULT =
            new AdjustmentPolicy(AdjustmentLimits.NONE, DailyLimits.NONE, ZoneOffset.UTC);

    public AdjustmentPolicy withOnce(AdjustmentLimits other) {
        return new AdjustmentPolicy(other, daily, zone);
    }

    public AdjustmentPolicy withDaily(DailyLimits other) {
        return new AdjustmentPolicy(once, other, zone);
    }

    public AdjustmentPolicy in(ZoneId other) {
        return new AdjustmentPolicy(once, daily, other);
    }

    /** What an actor may adjust alone, by whatever way. */
    @SuppressWarnings("exports")
    public Allowance allowance(Actor actor) {
        return new Allowance(once.alone(actor), daily.ofDay(actor), actor, zone);
    }
}
