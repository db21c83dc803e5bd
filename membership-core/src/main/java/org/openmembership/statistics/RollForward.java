package org.openmembership.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.PointFlow.Total;
import org.openmembership.shared.Points;

/**
 * How what a club owes came about: opening + what came in - what went out = closing, in points and in money.
 *
 * <p>Opening and closing are worked out from lots and debts, the flows between them from entries: that they meet is a check,
 * not an assumption.
 *
 * @param period what was recorded in it counts, whenever it occurred
 * @param opening before it
 * @param flows in it; only those that happened
 * @param closing after it
 * @param outstanding the open points of the closing by the month of their last day, those that never lapse at the end;
 *     they come to the closing's points and debt together
 * @param debt owed by accounts at the closing, as a number of zero or more
 */
public record RollForward(
        ClubId club,
        Period period,
        Position opening,
        SortedMap<Flow, Total> flows,
        Position closing,
        List<ExpiryMonth> outstanding,
        Points debt) {
    public RollForward {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
        outstanding = List.copyOf(outstanding);
    }

    /** From {@code from} until before {@code to}, by our clock. */
    public record Period(Instant from, Instant to) {}

    /** Points less debt, and what they are worth by the club's value of that time. */
    public record Position(Points points, BigMoney value) {}

    /** Open points whose last day is in {@code month}; null for those that never lapse. */
    public record ExpiryMonth(@Nullable YearMonth month, Points points, BigMoney value) {}

    /** A flow of the period; {@link Total#NONE} where it did not happen. */
    public Total flow(Flow flow) {
        return flows.getOrDefault(flow, Total.NONE);
    }

    /** What all flows come to. */
    public Total change() {
        return flows.values().stream().reduce(Total.NONE, Total::plus);
    }

    /**
     * What the club's changes of the value of a point did to what it owes, beside the flows, which keep the value of their
     * time (R31); zero while the value stays.
     */
    public BigMoney revaluation() {
        return closing.value().minus(opening.value()).minus(change().value());
    }

    /** Whether the entries of the period explain the closing to the hundredth of a point. */
    public boolean reconciles() {
        return opening.points().plus(change().points()).equals(closing.points());
    }
}
