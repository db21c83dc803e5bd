package org.openmembership.statistics;

import java.util.Map;
import org.openmembership.club.PointKind;
import org.openmembership.flow.Flow;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.Spend;
import org.openmembership.shared.Points;

/**
 * What accounts have earned, used and hold (B28).
 *
 * @param holdings what they hold now
 * @param flows the sum of all entries so far by what they mean, below zero for what went out
 * @param issued earned for sales and not undone since, by the label on the points
 * @param yearToDate what was bought since 1 January in the club's zone
 */
public record Figures(Holdings holdings, Map<Flow, Points> flows, Map<PointKind, Points> issued, Spend yearToDate) {
    public Figures {
        flows = Map.copyOf(flows);
        issued = Map.copyOf(issued);
    }

    /** The sum of one flow; zero where there was none. */
    public Points total(Flow flow) {
        return flows.getOrDefault(flow, Points.ZERO);
    }

    /** Points redeemed and not given back since, as a number of zero or more. */
    public Points used() {
        return total(Flow.REDEEMED).plus(total(Flow.REDEEMED_UNDONE)).negated();
    }
}
