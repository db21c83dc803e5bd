package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.club.Club;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.purchase.PurchaseLine;

/** One sale on its way from lines to points, exact until the end. Not thread-safe. */
final class SaleCalculation {
    private final Club club;
    private final SaleMeasure measure;
    private final CapRoom room;
    private final Chosen chosen;
    private final List<LineCalculation> lines = new ArrayList<>();

    /** What of the club's rules and offers stands for the sale. */
    record Chosen(
            RuleIndex.OfSale<PointRule> rules,
            RuleIndex.OfSale<PointOffer> offers,
            RuleIndex.OfSale<PointOffer> discounts,
            Passing passing) {}

    SaleCalculation(Club club, SaleMeasure measure, CapRoom room, Chosen chosen) {
        this.club = club;
        this.measure = measure;
        this.room = room;
        this.chosen = chosen;
    }

    SaleEarning run(ExplanationDraft explanation) {
        SaleRounding rounding = new SaleRounding(club, room);
        if (!measure.isBelowMinimum()) {
            measure.lines().forEach(line -> lines.add(rules(line)));
            shareVisits();
            cutByRule();
            lines.forEach(this::offers);
            lines.forEach(line -> rounding.add(line.line().number(), line.byKind()));
        }
        rounding.run();
        for (PurchaseLine line : measure.excluded()) {
            explanation.excluded(line.number());
        }
        return new SaleEarning(
                rounding.kinds(), room.used(), explanation.finish(measure, chosen.passing(), lines, rounding));
    }

    private LineCalculation rules(LineFacts line) {
        Passing passing = new Passing();
        LineCalculation calculation = new LineCalculation(line, passing);
        List<Candidate<PointRule>> fitting = chosen.rules().fitting(line, passing);
        if (club.terms().earning().policies().choice() == RuleChoice.MOST_SPECIFIC) {
            Specificity specificity = new Specificity(line.article(), rule -> wouldGive(rule, line));
            fitting = specificity.choose(fitting, passing);
        }
        for (Candidate<PointRule> candidate : fitting) {
            calculation.parts().add(new Part(candidate.item(), line.number(), measure.given(candidate.item(), line)));
        }
        return calculation;
    }

    private Ratio wouldGive(PointRule rule, LineFacts line) {
        PointRate rate = rule.reward().rate();
        return rate.basis() == PointRate.Basis.VISIT
                ? Ratio.of(rate.points()).dividedBy(Ratio.of(rate.per()))
                : measure.given(rule, line);
    }

    /** A visit belongs in equal parts to the lines that made it count; goods that come back are no visit. */
    private void shareVisits() {
        Map<RuleId, List<Part>> visits = new LinkedHashMap<>();
        for (LineCalculation line : lines) {
            for (Part part : line.parts()) {
                if (part.isVisit() && !line.line().line().isReturn()) {
                    visits.computeIfAbsent(part.rule().id(), any -> new ArrayList<>())
                            .add(part);
                }
            }
        }
        for (List<Part> parts : visits.values()) {
            PointRate rate = parts.get(0).rule().reward().rate();
            BigDecimal shares = rate.per().multiply(BigDecimal.valueOf(parts.size()));
            Ratio share = Ratio.of(rate.points()).dividedBy(Ratio.of(shares));
            parts.forEach(part -> part.set(share));
        }
    }

    private void cutByRule() {
        Map<RuleId, List<Part>> capped = new LinkedHashMap<>();
        for (LineCalculation line : lines) {
            for (Part part : line.parts()) {
                if (!part.rule().reward().caps().isEmpty()) {
                    capped.computeIfAbsent(part.rule().id(), any -> new ArrayList<>())
                            .add(part);
                }
            }
        }
        capped.values().forEach(parts -> room.cut(parts.get(0).rule(), parts));
    }

    private void offers(LineCalculation calculation) {
        LineFacts line = calculation.line();
        calculation.work(
                chosen.discounts().fitting(line, calculation.passing()),
                chosen.offers().fitting(line, calculation.passing()),
                Ratio.of(line.line().quantity()).times(measure.paidShare()));
    }
}
