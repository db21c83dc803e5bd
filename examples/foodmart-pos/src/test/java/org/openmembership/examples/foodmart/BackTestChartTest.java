package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.openmembership.backtest.BackTestResult;
import org.openmembership.backtest.BackTestResult.Amounts;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.backtest.BackTestResult.Counts;
import org.openmembership.backtest.BackTestResult.Month;
import org.openmembership.shared.Points;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class BackTestChartTest {
    @Test
    void each_month_has_two_bars_and_every_figure_is_there()
            throws ParserConfigurationException, IOException, SAXException {
        Comparison january = comparison(1_000, 800);
        Comparison february = comparison(500, 700);

        String svg = BackTestChart.of(
                result(List.of(new Month(YearMonth.of(1997, 1), january), new Month(YearMonth.of(1997, 2), february))));

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(4);
        assertThat(svg)
                .contains("1997-01 before: 1,000", "1997-01 after: 800", "1997-02 after: 700")
                .contains("1,500", "were 1,500", "3 lose", "2 gain", ">Jan<", ">Feb<", ">1997<");
    }

    @Test
    void a_stretch_without_sales_is_an_empty_chart() {
        assertThat(BackTestChart.of(result(List.of())))
                .contains("<svg", "</svg>")
                .doesNotContain("<title>");
    }

    private static BackTestResult result(List<Month> months) {
        Comparison total = months.stream().map(Month::comparison).reduce(Comparison.NOTHING, Comparison::plus);
        return new BackTestResult(
                FoodMartClub.ID, FoodMartClub.CURRENCY, new Counts(9, 40, 2, 3), total, months, List.of(), List.of());
    }

    private static Comparison comparison(long before, long after) {
        return new Comparison(amounts(before), amounts(after));
    }

    private static Amounts amounts(long points) {
        return new Amounts(Points.of(points), BigDecimal.valueOf(points, 2));
    }
}
