package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Applied;
import org.openmembership.ledger.Explanation.Ground;
import org.openmembership.ledger.Explanation.Line;
import org.openmembership.shared.Points;

/** Writes down how a sale was worked out (R37). Not thread-safe. */
final class ExplanationDraft {
    private final Explanation.Basis basis;
    private final List<Line> lines = new ArrayList<>();

    ExplanationDraft(Explanation.Basis basis) {
        this.basis = basis;
    }

    /** A line of a sort that never earns. */
    void excluded(int number) {
        lines.add(new Line(number, BigDecimal.ZERO, true, List.of(), List.of(), List.of(), Points.ZERO));
    }

    Explanation finish(
            SaleMeasure measure, Passing ofAnyArticle, List<LineCalculation> calculated, SaleRounding rounding) {
        Map<Integer, Points> points = rounding.byLine();
        for (LineCalculation line : calculated) {
            lines.add(line(line, points.getOrDefault(line.line().number(), Points.ZERO)));
        }
        lines.sort(Comparator.comparingInt(Line::number));
        Ground ground = new Ground(
                basis,
                canonical(measure.counted()),
                measure.isBelowMinimum(),
                measure.paidShare().shown(),
                ofAnyArticle.all());
        return new Explanation(
                ground, lines.subList(0, Math.min(lines.size(), Explanation.MAX_LINES)), rounding.sums());
    }

    private static Line line(LineCalculation line, Points points) {
        List<Applied> applied = line.parts().stream()
                .map(part -> new Applied(
                        part.rule().id(),
                        part.rule().reward().rate(),
                        part.points().shown(),
                        part.isCapped()))
                .toList();
        return new Line(
                line.line().number(),
                canonical(line.line().base()),
                false,
                applied,
                line.acted(),
                line.passing().all(),
                points);
    }

    /** One spelling for each number, so that what is read again is equal. */
    private static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
