package org.openmembership.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRate;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Applied;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.Explanation.Line;
import org.openmembership.ledger.Explanation.Passed;
import org.openmembership.ledger.Explanation.Refund;
import org.openmembership.ledger.Explanation.Sum;
import org.openmembership.shared.Document;

/**
 * Explanations as JSON: one written and read again is equal to itself. Thread-safe.
 *
 * <p>On one line and without what goes without saying, because one is kept for every sale that earns: rates are told once
 * for all lines, and empty lists, what is false, and a paid share of 1 are left out.
 */
public final class ExplanationDocuments {
    public static final String KIND = "explanation";
    public static final int VERSION = 1;

    private final JsonText json;

    private ExplanationDocuments(JsonText json) {
        this.json = json;
    }

    public static Document write(Explanation explanation) {
        return new Document(
                KIND, VERSION, JsonText.line(json -> new ExplanationDocuments(json).explanation(explanation)));
    }

    /** @throws IllegalStateException if the document is none of {@link #write} */
    public static Explanation read(Document document) {
        if (!document.kind().equals(KIND) || document.version() != VERSION) {
            throw new IllegalStateException("no explanation of version " + VERSION + ": " + document.kind()
                    + " of version " + document.version());
        }
        Faults faults = new Faults();
        Part<JsonValue> tree = JsonTree.read(document.json(), faults);
        Part<Explanation> read =
                tree.isWhole() ? ExplanationReader.FORMAT.read(tree.get(), "$", faults) : Part.faulty();
        if (!faults.found().isEmpty()) {
            throw new IllegalStateException("an explanation cannot be read: " + faults.found());
        }
        return read.get();
    }

    private void explanation(Explanation explanation) {
        Explanation.Ground ground = explanation.ground();
        json.put("club", ground.basis().club())
                .put("version", ground.basis().clubVersion())
                .put("scheme", ground.basis().scheme())
                .put("choice", ground.basis().choice())
                .put("counted", ground.counted());
        if (ground.belowMinimum()) {
            json.put("belowMinimum", true);
        }
        if (ground.paidShare().compareTo(BigDecimal.ONE) != 0) {
            json.put("paidShare", ground.paidShare());
        }
        passed(ground.passed());
        rates(explanation);
        json.objects("lines", explanation.lines(), this::line).objects("sums", explanation.sums(), this::sum);
        if (!explanation.gifts().isEmpty()) {
            json.objects("gifts", explanation.gifts(), this::gift);
        }
        if (explanation.refund() != null) {
            refund(explanation.refund());
        }
    }

    private void rates(Explanation explanation) {
        Map<RuleId, PointRate> rates = new LinkedHashMap<>();
        explanation.lines().forEach(line -> line.applied().forEach(rule -> rates.put(rule.rule(), rule.rate())));
        json.objects(
                "rates",
                List.copyOf(rates.entrySet()),
                rate -> json.put("rule", rate.getKey())
                        .put("basis", rate.getValue().basis())
                        .put("points", rate.getValue().points())
                        .put("per", rate.getValue().per()));
    }

    private void line(Line line) {
        json.put("line", line.number());
        if (line.excluded()) {
            json.put("excluded", true);
            return;
        }
        json.put("base", line.base());
        if (!line.applied().isEmpty()) {
            json.objects("rules", line.applied(), this::applied);
        }
        if (!line.offers().isEmpty()) {
            json.objects("offers", line.offers(), offer -> json.put("offer", offer));
        }
        passed(line.passed());
        if (!line.points().isZero()) {
            json.put("points", line.points());
        }
    }

    private void applied(Applied rule) {
        json.put("rule", rule.rule()).put("points", rule.points());
        if (rule.capped()) {
            json.put("capped", true);
        }
    }

    private void passed(List<Passed> passed) {
        if (!passed.isEmpty()) {
            json.objects("passed", passed, rule -> json.put("rule", rule.rule()).put("why", rule.why()));
        }
    }

    private void sum(Sum sum) {
        json.put("kind", sum.kind())
                .put("exact", sum.exact())
                .put("precision", sum.rounding().precision())
                .put("direction", sum.rounding().direction())
                .put("rounded", sum.rounded())
                .put("points", sum.points());
        cap(sum.cap());
    }

    private void gift(Gift gift) {
        json.put("rule", gift.rule())
                .put("event", gift.event())
                .put("kind", gift.kind())
                .put("points", gift.points());
        cap(gift.cap());
    }

    private void refund(Refund refund) {
        json.object(
                "refund",
                part -> part.put("money", refund.money())
                        .put("rate", refund.rate())
                        .put("perPoint", refund.perPoint())
                        .put("points", refund.points()));
    }

    private void cap(@Nullable PointCap cap) {
        if (cap != null) {
            json.object("cap", part -> part.put("span", cap.span()).put("most", cap.most()));
        }
    }
}
