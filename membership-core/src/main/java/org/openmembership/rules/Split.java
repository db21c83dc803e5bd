package org.openmembership.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.openmembership.club.RoundingRule;
import org.openmembership.rules.SaleEarning.LinePoints;
import org.openmembership.shared.Points;

/** Rounds a sale once and splits the result over its lines by largest remainder, so that nothing is lost (I25). */
final class Split {
    private final BigInteger common;
    private final BigInteger step;
    private final Points precision;

    private Split(BigInteger common, Points precision) {
        this.common = common;
        this.precision = precision;
        this.step = common.multiply(BigInteger.valueOf(precision.hundredths()));
    }

    /** What all lines earned together, exactly. */
    static Ratio sum(SortedMap<Integer, Ratio> exact) {
        Ratio sum = Ratio.ZERO;
        for (Ratio line : exact.values()) {
            sum = sum.plus(line);
        }
        return sum;
    }

    /**
     * The share of each line in {@code whole}, in steps of the club's precision: each the whole steps of what it exactly
     * earned, and the steps left over to those that lost most by that, among equals to the smaller line number.
     */
    static List<LinePoints> of(SortedMap<Integer, Ratio> exact, Points whole, RoundingRule rounding) {
        BigInteger common = BigInteger.ONE;
        for (Ratio line : exact.values()) {
            common = Ratio.common(common, line.denominator());
        }
        return new Split(common, rounding.precision()).run(exact, whole);
    }

    private List<LinePoints> run(SortedMap<Integer, Ratio> exact, Points whole) {
        List<Share> shares = new ArrayList<>();
        BigInteger left = BigInteger.valueOf(whole.hundredths() / precision.hundredths());
        for (Map.Entry<Integer, Ratio> line : exact.entrySet()) {
            Share share = share(line.getKey(), line.getValue());
            shares.add(share);
            left = left.subtract(share.steps);
        }
        List<Share> byRemainder = new ArrayList<>(shares);
        byRemainder.sort(Comparator.comparing((Share share) -> share.remainder).reversed());
        byRemainder.subList(0, left.intValueExact()).forEach(Share::addStep);
        return shares.stream()
                .filter(share -> share.steps.signum() != 0)
                .map(share -> new LinePoints(share.line, points(share.steps)))
                .toList();
    }

    private Share share(int line, Ratio exact) {
        BigInteger hundredths = exact.over(common).multiply(BigInteger.valueOf(100));
        BigInteger remainder = hundredths.mod(step);
        return new Share(line, hundredths.subtract(remainder).divide(step), remainder);
    }

    private Points points(BigInteger steps) {
        return Points.ofHundredths(
                steps.multiply(BigInteger.valueOf(precision.hundredths())).longValueExact());
    }

    private static final class Share {
        private final int line;
        private final BigInteger remainder;
        private BigInteger steps;

        private Share(int line, BigInteger steps, BigInteger remainder) {
            this.line = line;
            this.steps = steps;
            this.remainder = remainder;
        }

        private void addStep() {
            steps = steps.add(BigInteger.ONE);
        }
    }
}
