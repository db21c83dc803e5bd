package org.openmembership.rules;

import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;

/** What one rule gives one line, until its caps are applied. Not thread-safe. */
final class Part {
    private final PointRule rule;
    private final int line;
    private Ratio points;
    private boolean capped;

    Part(PointRule rule, int line, Ratio points) {
        this.rule = rule;
        this.line = line;
        this.points = points;
    }

    PointRule rule() {
        return rule;
    }

    int line() {
        return line;
    }

    Ratio points() {
        return points;
    }

    boolean isCapped() {
        return capped;
    }

    boolean isVisit() {
        return rule.reward().rate().basis() == PointRate.Basis.VISIT;
    }

    void set(Ratio given) {
        points = given;
    }

    void cutTo(Ratio share) {
        points = points.times(share);
        capped = true;
    }
}
