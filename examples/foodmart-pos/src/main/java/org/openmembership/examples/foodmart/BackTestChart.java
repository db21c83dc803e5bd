package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.openmembership.backtest.BackTestResult;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.backtest.BackTestResult.Month;
import org.openmembership.shared.Points;

/** A back-test as a picture: three figures, and a pair of bars for each month. One SVG that needs nothing else. */
final class BackTestChart {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 640;
    private static final int LEFT = 90;
    private static final int RIGHT = 40;
    private static final int TOP = 216;
    private static final int BOTTOM = 552;
    private static final int MOST_TICKS = 6;
    private static final String INK = "#1f2733";
    private static final String SOFT = "#667180";
    private static final String GRID = "#e3e6ea";
    private static final String BEFORE = "#a9bdd6";
    private static final String AFTER = "#2a78d6";
    private static final String LESS = "#c4492a";
    private static final String MORE = "#1a7f4e";

    private final BackTestResult result;
    private final StringBuilder svg = new StringBuilder();
    private final BigDecimal step;
    private final int ticks;

    private BackTestChart(BackTestResult result) {
        this.result = result;
        BigDecimal largest = largest(result.months());
        this.step = step(largest);
        this.ticks = ticks(largest, step);
    }

    static String of(BackTestResult result) {
        return new BackTestChart(result).draw();
    }

    private String draw() {
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
                     font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(WIDTH, HEIGHT));
        text(LEFT - 50, 50, 26, INK, "start", "600", "What the changed club would have given");
        text(LEFT - 50, 78, 15, SOFT, "start", "400", subtitle());
        tiles();
        grid();
        bars();
        legend();
        return svg.append("</svg>\n").toString();
    }

    private String subtitle() {
        BackTestResult.Counts counts = result.counts();
        return Figures.of(counts.sales()) + " sales of " + Figures.of(counts.accounts())
                + " accounts, net of returns, each in the month of the sale";
    }

    private void tiles() {
        Comparison total = result.total();
        tile(
                0,
                "Points",
                Figures.of(total.after().points()),
                "were " + Figures.of(total.before().points()));
        tile(
                1,
                "Cost",
                money(total.after().cost()),
                "was " + money(total.before().cost()));
        tile(
                2,
                "Members",
                Figures.of(result.counts().losing()) + " lose",
                Figures.of(result.counts().gaining()) + " gain");
        BigDecimal difference = total.difference().toBigDecimal();
        String sign = difference.signum() > 0 ? "+" : "";
        text(
                WIDTH - RIGHT,
                142,
                30,
                difference.signum() < 0 ? LESS : MORE,
                "end",
                "600",
                sign + percent(difference, total.before().points().toBigDecimal()));
        text(WIDTH - RIGHT, 166, 14, SOFT, "end", "400", "points in all");
    }

    private void tile(int place, String name, String figure, String note) {
        int x = LEFT - 50 + place * 290;
        text(x, 112, 14, SOFT, "start", "400", name);
        text(x, 142, 26, INK, "start", "600", figure);
        text(x, 166, 14, SOFT, "start", "400", note);
    }

    private void grid() {
        for (int tick = 0; tick <= ticks; tick++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(tick));
            int y = y(value);
            add(
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n",
                    LEFT, y, WIDTH - RIGHT, y, tick == 0 ? SOFT : GRID);
            text(LEFT - 12, y + 5, 14, SOFT, "end", "400", Figures.of(value.longValue()));
        }
    }

    private void bars() {
        List<Month> months = result.months();
        double room = months.isEmpty() ? 0 : (double) (WIDTH - RIGHT - LEFT) / months.size();
        double wide = Math.min(24, room * 0.36);
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            double middle = LEFT + room * (i + 0.5);
            bar(middle - wide - 1, wide, month.comparison().before().points(), BEFORE, month.month() + " before");
            bar(middle + 1, wide, month.comparison().after().points(), AFTER, month.month() + " after");
            label(middle, room, month.month(), i == 0);
        }
    }

    private void bar(double x, double wide, Points points, String colour, String name) {
        BigDecimal value = points.toBigDecimal().max(BigDecimal.ZERO);
        int top = y(value);
        add(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"><title>%s</title></rect>\n",
                x, top, wide, BOTTOM - top, colour, Html.escaped(name + ": " + Figures.of(points)));
    }

    private void label(double middle, double room, YearMonth month, boolean first) {
        TextStyle style = room < 34 ? TextStyle.NARROW : TextStyle.SHORT;
        int x = (int) Math.round(middle);
        text(x, BOTTOM + 22, 13, SOFT, "middle", "400", month.getMonth().getDisplayName(style, Locale.ENGLISH));
        if (first || month.getMonthValue() == 1) {
            text(x, BOTTOM + 42, 13, INK, "middle", "600", Integer.toString(month.getYear()));
        }
    }

    private void legend() {
        swatch(LEFT, BEFORE, "points as they were given");
        swatch(LEFT + 240, AFTER, "points by the changed club");
    }

    private void swatch(int x, String colour, String name) {
        add("<rect x=\"%d\" y=\"612\" width=\"14\" height=\"14\" rx=\"2\" fill=\"%s\"/>\n", x, colour);
        text(x + 22, 624, 14, INK, "start", "400", name);
    }

    private void text(int x, int y, int size, String colour, String anchor, String weight, String words) {
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n",
                x, y, size, colour, anchor, weight, Html.escaped(words));
    }

    private void add(String markup, Object... values) {
        svg.append(String.format(Locale.ROOT, markup, values));
    }

    private int y(BigDecimal value) {
        BigDecimal whole = step.multiply(BigDecimal.valueOf(ticks));
        BigDecimal height = value.multiply(BigDecimal.valueOf(BOTTOM - TOP)).divide(whole, 0, RoundingMode.HALF_UP);
        return BOTTOM - height.intValue();
    }

    private static BigDecimal largest(List<Month> months) {
        BigDecimal largest = BigDecimal.ONE;
        for (Month month : months) {
            largest = largest.max(month.comparison().before().points().toBigDecimal());
            largest = largest.max(month.comparison().after().points().toBigDecimal());
        }
        return largest;
    }

    /** The smallest of 1, 2, 5 and their tens of which six cover what is largest. */
    private static BigDecimal step(BigDecimal largest) {
        BigDecimal ten = BigDecimal.ONE;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = ten.multiply(BigDecimal.valueOf(factor));
                if (step.multiply(BigDecimal.valueOf(MOST_TICKS)).compareTo(largest) >= 0) {
                    return step;
                }
            }
            ten = ten.multiply(BigDecimal.TEN);
        }
    }

    private static int ticks(BigDecimal largest, BigDecimal step) {
        return largest.divide(step, 0, RoundingMode.UP).intValueExact();
    }

    private String money(BigDecimal cost) {
        return Figures.of(Money.of(result.currency(), cost, RoundingMode.HALF_UP));
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "new"
                : part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP) + " %";
    }
}
