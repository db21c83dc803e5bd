package org.openmembership.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRate;
import org.openmembership.ledger.Explanation.Applied;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.Explanation.Ground;
import org.openmembership.ledger.Explanation.Line;
import org.openmembership.ledger.Explanation.Refund;
import org.openmembership.ledger.Explanation.Sum;
import org.openmembership.shared.Points;

/** An explanation as short lines of text, for a receipt or a cashier (R37). */
final class ReceiptText {
    private final List<String> text = new ArrayList<>();

    private ReceiptText() {}

    static List<String> of(Explanation explanation) {
        ReceiptText receipt = new ReceiptText();
        receipt.ground(explanation.ground());
        explanation.lines().forEach(receipt::line);
        explanation.sums().forEach(receipt::sum);
        explanation.gifts().forEach(receipt::gift);
        receipt.text.add("= " + explanation.points() + " points");
        if (explanation.refund() != null) {
            receipt.refund(explanation.refund());
        }
        return List.copyOf(receipt.text);
    }

    private void ground(Ground ground) {
        if (ground.belowMinimum()) {
            text.add("below the least sale: " + plain(ground.counted()));
        }
        if (ground.paidShare().compareTo(BigDecimal.ONE) != 0) {
            text.add("part not paid with points: " + plain(ground.paidShare()));
        }
    }

    private void line(Line line) {
        StringBuilder words = new StringBuilder().append(line.number()).append(": ");
        if (line.excluded()) {
            text.add(words.append("earns nothing").toString());
            return;
        }
        words.append(plain(line.base()));
        for (Applied rule : line.applied()) {
            words.append(", ").append(rate(rule.rate())).append(" = ").append(plain(rule.points()));
            words.append(rule.capped() ? " (capped, " : " (")
                    .append(rule.rule())
                    .append(')');
        }
        line.offers().forEach(offer -> words.append(", ").append(offer));
        text.add(words.append(" -> ").append(line.points()).toString());
    }

    private static String rate(PointRate rate) {
        String unit = switch (rate.basis()) {
            case AMOUNT -> "";
            case QUANTITY -> " pieces";
            case VISIT -> " visits";
            case TENDER -> " of the tender";
        };
        return plain(rate.points()) + " per " + plain(rate.per()) + unit;
    }

    private void sum(Sum sum) {
        StringBuilder words = new StringBuilder().append(sum.kind()).append(' ').append(plain(sum.exact()));
        if (sum.exact().compareTo(sum.rounded().toBigDecimal()) != 0) {
            Points step = sum.rounding().precision();
            words.append(", rounded ")
                    .append(sum.rounding().direction())
                    .append(" to ")
                    .append(sum.rounded());
            words.append(" in steps of ").append(step);
        }
        text.add(words.append(capped(sum.cap(), sum.points())).toString());
    }

    private void gift(Gift gift) {
        String cut = capped(gift.cap(), gift.points());
        text.add(gift.event() + " (" + gift.rule() + ")" + (cut.isEmpty() ? ": " + gift.points() : cut));
    }

    private void refund(Refund refund) {
        StringBuilder words = new StringBuilder("paid back as points: ").append(refund.money());
        if (refund.rate().compareTo(BigDecimal.ONE) != 0) {
            words.append(" at ").append(plain(refund.rate()));
        }
        words.append(", ").append(refund.perPoint()).append(" a point = ").append(refund.points());
        text.add(words.toString());
    }

    private static String capped(@Nullable PointCap cap, Points points) {
        return cap == null ? "" : ", at most " + cap.most() + " per " + cap.span() + ": " + points;
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
