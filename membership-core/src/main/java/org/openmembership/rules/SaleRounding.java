package org.openmembership.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.RoundingRule;
import org.openmembership.ledger.Explanation;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.shared.Points;

/** Rounds what a sale earned once for each kind, cuts the whole to the club's caps, and splits it over the lines. Not thread-safe. */
final class SaleRounding {
    private final RoundingRule rounding;
    private final List<PointCap> caps;
    private final CapRoom room;
    private final Map<PointKind, SortedMap<Integer, Ratio>> exact = new EnumMap<>(PointKind.class);
    private final List<KindEarning> kinds = new ArrayList<>(1);
    private final List<Explanation.Sum> sums = new ArrayList<>(1);
    private @Nullable Points left;

    SaleRounding(Club club, CapRoom room) {
        this.rounding = club.points().rounding();
        this.caps = club.terms().earning().policies().caps();
        this.room = room;
    }

    void add(int line, Map<PointKind, Ratio> byKind) {
        byKind.forEach((kind, points) -> {
            if (points.signum() != 0) {
                exact.computeIfAbsent(kind, any -> new TreeMap<>()).merge(line, points, Ratio::plus);
            }
        });
    }

    void run() {
        PointCap cap = caps.isEmpty() ? null : room.tightest(null, caps);
        left = cap == null ? null : room.left(null, cap);
        Points given = Points.ZERO;
        for (Map.Entry<PointKind, SortedMap<Integer, Ratio>> kind : exact.entrySet()) {
            Points points = round(kind.getKey(), kind.getValue(), cap);
            given = given.plus(points.max(Points.ZERO));
        }
        room.use(null, caps, given);
    }

    private Points round(PointKind kind, SortedMap<Integer, Ratio> byLine, @Nullable PointCap cap) {
        Ratio sum = Split.sum(byLine);
        Points rounded = sum.rounded(rounding);
        Points points = left == null || !rounded.isPositive() ? rounded : rounded.min(inSteps(left));
        boolean cut = points.isLessThan(rounded);
        if (left != null && rounded.isPositive()) {
            left = left.minus(points);
        }
        sums.add(new Explanation.Sum(kind, sum.shown(), rounding, rounded, cut ? cap : null, points));
        if (!points.isZero()) {
            SortedMap<Integer, Ratio> shares =
                    cut ? scaled(byLine, Ratio.of(points).dividedBy(sum)) : byLine;
            kinds.add(new KindEarning(kind, points, Split.of(shares, points, rounding)));
        }
        return points;
    }

    private Points inSteps(Points points) {
        long step = rounding.precision().hundredths();
        return Points.ofHundredths(points.hundredths() / step * step);
    }

    private static SortedMap<Integer, Ratio> scaled(SortedMap<Integer, Ratio> byLine, Ratio share) {
        SortedMap<Integer, Ratio> scaled = new TreeMap<>();
        byLine.forEach((line, points) -> scaled.put(line, points.times(share)));
        return scaled;
    }

    List<KindEarning> kinds() {
        return kinds;
    }

    List<Explanation.Sum> sums() {
        return sums;
    }

    /** What of all kinds belongs to each line, by number; a line without points is not there. */
    Map<Integer, Points> byLine() {
        Map<Integer, Points> points = new TreeMap<>();
        kinds.forEach(kind -> kind.lines().forEach(line -> points.merge(line.line(), line.points(), Points::plus)));
        return points;
    }
}
