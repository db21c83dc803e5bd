package org.openmembership.warnings;

import org.openmembership.shared.Points;

/**
 * What a run warned of.
 *
 * @param warnings one for each lot
 * @param points they are about
 */
public record WarningResult(long warnings, Points points) {
    static final WarningResult NOTHING = new WarningResult(0, Points.ZERO);

    WarningResult plus(WarningResult other) {
        return new WarningResult(warnings + other.warnings, points.plus(other.points));
    }
}
