package org.openmembership.examples.foodmart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.openmembership.shared.Points;

/** The charts of the report, each as a PNG in a data URI. */
final class Charts {
    private static final int WIDTH = 1_840;
    private static final int HEIGHT = 560;
    private static final Color BLUE = new Color(0x2a78d6);
    private static final Color PALE_BLUE = new Color(0xd9, 0xe8, 0xf9);
    private static final Color GREEN = new Color(0x1a9c5b);
    private static final Color ORANGE = new Color(0xeb6834);
    private static final Color VIOLET = new Color(0x6b5bc4);
    private static final Color INK = new Color(0x33, 0x3a, 0x44);
    private static final Color GRID = new Color(0xe3, 0xe6, 0xea);

    private Charts() {}

    /** What was earned, redeemed and expired in each month. */
    static String points(List<Summary.Month> months) throws IOException {
        CategoryChart chart = chart("points");
        List<String> names =
                months.stream().map(month -> month.month().toString()).toList();
        bars(
                chart,
                "earned",
                names,
                months.stream().map(month -> number(month.earned())).toList(),
                BLUE);
        bars(
                chart,
                "redeemed",
                names,
                months.stream().map(month -> number(month.redeemed().negated())).toList(),
                GREEN);
        bars(
                chart,
                "expired",
                names,
                months.stream().map(month -> number(month.expired().negated())).toList(),
                ORANGE);
        return dataUri(chart);
    }

    /** What members held at the end of each month. */
    static String outstanding(List<Summary.Month> months) throws IOException {
        CategoryChart chart = chart("points");
        List<String> names =
                months.stream().map(month -> month.month().toString()).toList();
        CategorySeries held = chart.addSeries(
                "outstanding",
                names,
                months.stream().map(month -> number(month.outstanding())).toList());
        held.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Area);
        held.setFillColor(PALE_BLUE);
        held.setLineColor(BLUE);
        held.setLineStyle(new BasicStroke(5f));
        held.setMarker(SeriesMarkers.NONE);
        chart.getStyler().setLegendVisible(false);
        return dataUri(chart);
    }

    /** How many accounts moved up and down in each month. */
    static String schemes(List<Summary.Month> months) throws IOException {
        CategoryChart chart = chart("accounts");
        List<String> names =
                months.stream().map(month -> month.month().toString()).toList();
        bars(chart, "up", names, months.stream().map(Summary.Month::up).toList(), GREEN);
        bars(chart, "down", names, months.stream().map(Summary.Month::down).toList(), ORANGE);
        return dataUri(chart);
    }

    /** What is outstanding by the month in which it lapses. */
    static String liability(List<Summary.Liability> liability) throws IOException {
        CategoryChart chart = chart("points");
        List<String> names = liability.stream().map(Charts::name).toList();
        bars(
                chart,
                "lapsing",
                names,
                liability.stream().map(due -> number(due.points())).toList(),
                VIOLET);
        chart.getStyler().setLegendVisible(false);
        return dataUri(chart);
    }

    private static String name(Summary.Liability due) {
        return due.lapsing() == null ? "never" : due.lapsing().toString();
    }

    private static Number number(Points points) {
        return points.toBigDecimal();
    }

    private static void bars(
            CategoryChart chart, String name, List<String> names, List<? extends Number> values, Color colour) {
        chart.addSeries(name, names, values).setFillColor(colour);
    }

    private static CategoryChart chart(String yAxis) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .yAxisTitle(yAxis)
                .build();
        CategoryStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(2f));
        styler.setAxisTicksLineVisible(false);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickLabelsFont(font(24));
        styler.setAxisTitleFont(font(24));
        styler.setLegendFont(font(26));
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setXAxisLabelRotation(60);
        styler.setAvailableSpaceFill(0.75);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setMarkerSize(10);
        return chart;
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    private static String dataUri(CategoryChart chart) throws IOException {
        byte[] png = ChartEncoder.getBytes(chart, "png");
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
