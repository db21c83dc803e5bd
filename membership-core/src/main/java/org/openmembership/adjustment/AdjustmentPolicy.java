package org.openmembership.adjustment;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.openmembership.shared.Actor;

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

    Say.Alone alone(Actor actor) {
        return new Say.Alone(once.alone(actor), daily.ofDay(actor), actor, zone);
    }
}
