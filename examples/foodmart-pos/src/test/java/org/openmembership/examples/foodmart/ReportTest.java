package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.shared.Points;

class ReportTest {
    @TempDir
    Path directory;

    @Test
    void the_page_holds_its_charts_and_escapes_every_text() throws IOException {
        Path page = directory.resolve("report.html");
        Report.write(anySummary("Ann <b>& Co</b>"), page);
        String html = Files.readString(page);
        assertThat(html.split("data:image/png;base64,", -1)).hasSize(5);
        assertThat(html).contains("Ann &lt;b&gt;&amp; Co&lt;/b&gt;").doesNotContain("<b>& Co");
        assertThat(html).contains("All 19 invariants", "1,234.50 USD", "2 can be used until 1999-01-31");
    }

    @Test
    void the_text_says_the_same() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SummaryText(new PrintStream(out, true, StandardCharsets.UTF_8)).print(anySummary("Ann"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "earned (3)",
                        "1,234.50 USD",
                        "roll-forward 1997",
                        "reconciled",
                        "All 19 invariants hold",
                        "Ann, Golden");
    }

    @Test
    void figures_are_grouped_and_exact() {
        assertThat(Figures.of(1_735_569)).isEqualTo("1,735,569");
        assertThat(Figures.of(Points.ofHundredths(-123_456))).isEqualTo("-1,234.56");
        assertThat(Figures.of(Points.of(0))).isEqualTo("0");
        assertThat(Figures.of(new BigDecimal("1764546.44"))).isEqualTo("1,764,546.44");
        assertThat(Figures.percent(1, 3)).isEqualTo("33 %");
        assertThat(Figures.percent(0, 0)).isEqualTo("0 %");
    }

    private static Summary anySummary(String member) {
        Money money = Money.parse("USD 1234.50");
        Summary.ClubFigures club = new Summary.ClubFigures(
                "Club",
                List.of(new Summary.SchemeFigure("Golden", 7)),
                List.of(new Summary.Movement("earned", 3, Points.of(10), money)),
                Points.of(6),
                Money.zero(CurrencyUnit.USD),
                List.of(
                        month("1997-01", 10, 0, 0, 10, 3, 1),
                        month("1997-02", 12, -8, 0, 14, 0, 4),
                        month("1997-03", 9, -3, -5, 15, 2, 0)),
                List.of(new Summary.Liability(YearMonth.parse("1997-09"), Points.of(6), money)),
                List.of(new Summary.Year(1997, List.of(new Summary.Step("opening", Points.of(6), money)), true)));
        Summary.SampleStatement sample = new Summary.SampleStatement(
                member,
                "Golden",
                Points.of(10),
                Points.of(-3),
                Points.of(-1),
                Points.of(6),
                new Summary.NextExpiry(Points.of(2), LocalDate.parse("1999-01-31")),
                List.of(new Summary.StatementLine(
                        LocalDate.parse("1997-01-02"), "sale", Points.of(10), Points.of(10))));
        return new Summary(
                new Summary.People(10, 9, 2, 3, 1),
                List.of(club),
                List.of(new Summary.Category("Produce", new BigDecimal("12.5"), 7)),
                List.of(sample),
                new Summary.Audit(19, List.of()));
    }

    private static Summary.Month month(
            String month, long earned, long redeemed, long expired, long outstanding, int up, int down) {
        return new Summary.Month(
                YearMonth.parse(month),
                Points.of(earned),
                Points.of(redeemed),
                Points.of(expired),
                Points.of(outstanding),
                up,
                down);
    }
}
