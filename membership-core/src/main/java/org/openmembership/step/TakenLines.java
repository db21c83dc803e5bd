package org.openmembership.step;

import java.util.List;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.shared.Points;

/**
 * What has been taken back of the lines of sales that earned.
 *
 * @param earned what lines earned, and what returns of them took back
 */
record TakenLines(List<EarnedLine> earned, ReturnAccounts accounts) {
    /** What was taken back of it; where a line earned again on an account, what was given first was taken first. */
    Points of(EarnedLine line) {
        Points taken = Points.ZERO;
        for (EarnedLine other : earned) {
            boolean same = other.line().equals(line.line())
                    && other.kind() == line.kind()
                    && accounts.earning(other.entry()).equals(line.entry().account());
            boolean before = other.entry().seq() < line.entry().seq();
            taken = same && (other.points().isNegative() || before) ? taken.minus(other.points()) : taken;
        }
        return taken.max(Points.ZERO).min(line.points());
    }

    Points left(EarnedLine line) {
        return line.points().minus(of(line));
    }

    /** Whether all of it was taken back because the sale is somebody else's now, who earned on it in turn (D13). */
    boolean isElsewhere(EarnedLine line) {
        return !left(line).isPositive()
                && earned.stream()
                        .filter(other -> other.points().isPositive())
                        .anyMatch(other ->
                                other.line().equals(line.line()) && left(other).isPositive());
    }
}
