package org.openmembership.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Moved;
import org.openmembership.ledger.SaleReceipt.Now;
import org.openmembership.shared.Points;

/** A sale's points as lines for a receipt printer: words to the left, figures to the right. */
final class SaleReceiptText {
    private static final int LEAST_WIDTH = 20;

    private final int width;
    private final Function<ReceiptWord, String> words;
    private final List<String> lines = new ArrayList<>();

    private SaleReceiptText(int width, Function<ReceiptWord, String> words) {
        this.width = width;
        this.words = words;
    }

    static List<String> of(SaleReceipt receipt, ReceiptDetail detail, int width, Function<ReceiptWord, String> words) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException("a receipt has at least " + LEAST_WIDTH + " columns, not " + width);
        }
        if (detail == ReceiptDetail.NONE) {
            return List.of();
        }
        SaleReceiptText text = new SaleReceiptText(width, words);
        receipt.clubs().forEach(part -> text.part(part, detail));
        return List.copyOf(text.lines);
    }

    private void part(ClubPart part, ReceiptDetail detail) {
        boolean summary = detail.compareTo(ReceiptDetail.SUMMARY) >= 0;
        Moved moved = part.moved();
        line(part.owner().clubName(), summary ? part.owner().schemeName() : "");
        if (summary) {
            line(words.apply(ReceiptWord.BEFORE), moved.before().toString());
        }
        line(words.apply(ReceiptWord.EARNED), signed(moved.own().earned()));
        unlessZero(ReceiptWord.USED, moved.own().used().negated());
        unlessZero(ReceiptWord.LAPSED, moved.own().lapsed().negated());
        unlessZero(ReceiptWord.WAITING, part.waiting().sale());
        if (summary) {
            unlessZero(ReceiptWord.OTHERS, moved.others());
            line(words.apply(ReceiptWord.AFTER), moved.after().toString());
            now(part.now());
            if (!part.waiting().all().equals(part.waiting().sale())) {
                unlessZero(ReceiptWord.ALL_WAITING, part.waiting().all());
            }
        }
        SchemeExplanation standing = part.standing();
        if (standing != null && detail == ReceiptDetail.SCHEMES) {
            new SchemeLines(words, this::line, this::wrapped).add(standing);
        }
    }

    private void now(Now now) {
        line(words.apply(ReceiptWord.AVAILABLE), now.balance().available().toString());
        plainUnlessZero(ReceiptWord.PENDING, now.pending());
        plainUnlessZero(ReceiptWord.HELD, now.held());
        plainUnlessZero(ReceiptWord.DEBT, now.balance().debt());
        now.expiringNext()
                .ifPresent(next -> line(
                        words.apply(ReceiptWord.EXPIRING) + " " + next.lastDay(),
                        next.points().toString()));
    }

    private void unlessZero(ReceiptWord word, Points points) {
        if (!points.isZero()) {
            line(words.apply(word), signed(points));
        }
    }

    private void plainUnlessZero(ReceiptWord word, Points points) {
        if (!points.isZero()) {
            line(words.apply(word), points.toString());
        }
    }

    private static String signed(Points points) {
        return points.isPositive() ? "+" + points : points.toString();
    }

    /** A word that is too long is cut, a figure never. */
    private void line(String word, String figure) {
        int room = width - figure.length();
        String left = cut(word, figure.isEmpty() ? room : Math.max(0, room - 1));
        String gap = figure.isEmpty() ? "" : " ".repeat(Math.max(0, room - length(left)));
        lines.add(left + gap + cut(figure, width));
    }

    /** Text of any length, broken at blanks where there are any. */
    private void wrapped(String text) {
        String rest = text;
        while (length(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
