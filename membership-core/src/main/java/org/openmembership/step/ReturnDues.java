package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What a sale with linked returns takes back from one account, entry by entry: the share of each line, and with the last of
 * what a first purchase earned what was given for that (R39, D24).
 */
record ReturnDues(List<Due> all) {
    static final ReturnDues NONE = new ReturnDues(List.of());

    ReturnDues {
        all = List.copyOf(all);
    }

    /**
     * What is taken back of one entry.
     *
     * @param shares of each line in it
     * @param points as much of their sum as can still be taken
     */
    record Due(TakeBack takeBack, List<EarnedLine> shares, Points points) {
        /** Whether nothing is left of the entry once {@code taken} of it was taken back too. */
        boolean isLast(Points taken) {
            return !takeBack.takenBack().plus(taken).isLessThan(takeBack.entry().points());
        }
    }

    /**
     * @param returns what concerns the account
     * @param club as it stood when the sale was made
     */
    static ReturnDues of(LinkedReturns returns, Club club, Instant at, Stores stores) {
        Points precision = club.points().rounding().precision();
        Map<PointEntry, List<EarnedLine>> shares = new LinkedHashMap<>();
        Map<EntryId, Points> called = new LinkedHashMap<>();
        for (LinkedReturns.Part part : returns.parts()) {
            Points due = part.due(precision);
            if (due.isPositive()) {
                EarnedLine earned = part.earned();
                shares.computeIfAbsent(part.entry(), any -> new ArrayList<>())
                        .add(new EarnedLine(earned.entry(), earned.line(), earned.kind(), due.negated()));
                called.merge(earned.entry(), due, Points::plus);
            }
        }
        for (LinkedReturns.GivenFirst given : returns.gifts()) {
            if (isGone(given, called)) {
                shares.put(given.gift().entry(), List.of());
            }
        }
        return shares.isEmpty() ? NONE : new ReturnDues(dues(shares, called, at, stores));
    }

    private static boolean isGone(LinkedReturns.GivenFirst given, Map<EntryId, Points> called) {
        Points back = Points.ZERO;
        for (EntryId earned : given.gift().with()) {
            back = back.plus(called.getOrDefault(earned, Points.ZERO));
        }
        return back.isPositive() && !back.isLessThan(given.left());
    }

    private static List<Due> dues(
            Map<PointEntry, List<EarnedLine>> shares, Map<EntryId, Points> called, Instant at, Stores stores) {
        List<Due> dues = new ArrayList<>();
        for (TakeBack takeBack : TakeBack.gather(List.copyOf(shares.keySet()), stores)) {
            PointEntry entry = takeBack.entry();
            Points points = called.getOrDefault(entry.id(), entry.points()).min(takeBack.possible(at));
            if (points.isPositive()) {
                dues.add(new Due(takeBack, shares.getOrDefault(entry, List.of()), points));
            }
        }
        return dues;
    }

    Points points() {
        return all.stream().map(Due::points).reduce(Points.ZERO, Points::plus);
    }

    /** The entries of which nothing is left then. */
    Set<EntryId> undone() {
        Set<EntryId> undone = new HashSet<>();
        for (Due due : all) {
            if (due.isLast(due.points())) {
                undone.add(due.takeBack().entry().id());
            }
        }
        return undone;
    }
}
