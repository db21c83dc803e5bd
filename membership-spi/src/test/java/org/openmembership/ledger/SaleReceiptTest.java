package org.openmembership.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Goal;
import org.openmembership.account.SchemeExplanation.Held;
import org.openmembership.account.SchemeExplanation.Life;
import org.openmembership.account.SchemeExplanation.Named;
import org.openmembership.account.SchemeExplanation.Next;
import org.openmembership.account.SchemeExplanation.Why;
import org.openmembership.club.Benefit;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms.PaidTerm;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Expiring;
import org.openmembership.ledger.SaleReceipt.Moved;
import org.openmembership.ledger.SaleReceipt.Now;
import org.openmembership.ledger.SaleReceipt.Own;
import org.openmembership.ledger.SaleReceipt.Owner;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

@Requirement("B19")
class SaleReceiptTest {
    @Test
    void a_summary_fits_the_printer_with_figures_to_the_right() {
        assertThat(text(ReceiptDetail.SUMMARY, SaleReceipt.NARROW))
                .containsExactly(
                        "Coffee Club                     Silver",
                        "Points before                     1200",
                        "Earned                             +25",
                        "Used                               -40",
                        "Points after                      1185",
                        "Usable now                        1150",
                        "Usable later                        25",
                        "Set aside                           10",
                        "Usable until 2026-04-30            100");
        assertThat(text(ReceiptDetail.SUMMARY, SaleReceipt.WIDE))
                .allSatisfy(line -> assertThat(line).hasSize(42));
    }

    @Test
    void no_more_is_said_than_is_wanted() {
        assertThat(text(ReceiptDetail.NONE, SaleReceipt.WIDE)).isEmpty();
        assertThat(text(ReceiptDetail.ISSUED, 24))
                .containsExactly("Coffee Club", "Earned               +25", "Used                 -40");
    }

    @Test
    void words_are_the_hosts_and_are_cut_where_they_are_too_long() {
        List<String> text = receipt().text(ReceiptDetail.ISSUED, 20, word -> "Gutgeschriebene Treuepunkte");

        assertThat(text).containsExactly("Coffee Club", "Gutgeschriebene  +25", "Gutgeschriebene  -40");
    }

    @Test
    @Requirement({"B19", "B22", "B23", "R46"})
    void the_next_scheme_stands_below_with_what_is_missing_and_what_it_gives() {
        Goal entry = goal(Measure.AWARD_POINTS, "250", LocalDate.parse("2026-12-31"));
        List<Benefit> benefits = List.of(
                new Benefit(Benefit.Kind.DISCOUNT_PERCENT, "5"),
                new Benefit(Benefit.Kind.OTHER, "A cake for your birthday and coffee on Sundays"));

        assertThat(schemes(new Next(new Named(SchemeId.of("gold"), "Gold"), entry, benefits, null)))
                .containsExactly(
                        "Silver                until 2026-06-30",
                        "Next                              Gold",
                        "Points missing by 2026-12-31       250",
                        "Discount percent                     5",
                        "A cake for your birthday and coffee on",
                        "Sundays");
    }

    @Test
    @Requirement({"B19", "B23"})
    void what_is_missing_is_called_by_what_is_counted_and_what_is_met_is_reached() {
        Named gold = new Named(SchemeId.of("gold"), "Gold");
        PaidTerm paid = new PaidTerm(
                Period.ofYears(1), BigMoney.of(CurrencyUnit.EUR, new BigDecimal("19.00")), PaidTerm.Refund.PRO_RATA);

        assertThat(schemes(new Next(gold, goal(Measure.SPEND, "12.50", null), List.of(), null)))
                .contains("To spend                          12.5");
        assertThat(schemes(new Next(gold, goal(Measure.SINGLE_SPEND, "80", null), List.of(), null)))
                .contains("In one purchase                     80");
        assertThat(schemes(new Next(gold, goal(Measure.VISITS, "3", null), List.of(), null)))
                .contains("Purchases missing                    3");
        assertThat(schemes(new Next(gold, goal(Measure.VISITS, "0", null), List.of(), paid)))
                .contains("Reached", "Or for                          EUR 19");
    }

    private static Goal goal(Measure measure, String missing, @Nullable LocalDate by) {
        BigDecimal left = new BigDecimal(missing);
        BigDecimal needed = new BigDecimal("500");
        return new Goal(measure, LocalDate.EPOCH, needed, needed.subtract(left), left, by);
    }

    /** The lines that stand below those of the summary. */
    private static List<String> schemes(Next next) {
        ClubPart part = receipt().clubs().get(0);
        Held held = new Held(
                new Named(SchemeId.of("silver"), "Silver"),
                Why.EARNED,
                new Life(LocalDate.EPOCH, LocalDate.parse("2026-06-30"), LocalDate.parse("2026-07-01")),
                null,
                SchemeId.of("silver"),
                null);
        SchemeExplanation standing = new SchemeExplanation(
                part.owner().account(), part.owner().club(), LocalDate.parse("2026-03-01"), held, null, next);
        SaleReceipt told = new SaleReceipt(
                receipt().sale(),
                receipt().at(),
                List.of(new ClubPart(part.owner(), part.moved(), part.now(), standing)));
        List<String> summary = told.text(ReceiptDetail.SUMMARY, SaleReceipt.NARROW, ReceiptWord::english);
        List<String> all = told.text(ReceiptDetail.SCHEMES, SaleReceipt.NARROW, ReceiptWord::english);
        assertThat(all.subList(0, summary.size())).isEqualTo(summary);
        return all.subList(summary.size(), all.size());
    }

    @Test
    void a_printer_of_less_than_twenty_columns_is_refused() {
        assertThatThrownBy(() -> text(ReceiptDetail.ISSUED, 19))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("19");
    }

    private static List<String> text(ReceiptDetail detail, int width) {
        return receipt().text(detail, width, ReceiptWord::english);
    }

    private static SaleReceipt receipt() {
        Owner owner = new Owner(ClubId.of("coffee"), "Coffee Club", AccountId.of("a"), SchemeId.of("silver"), "Silver");
        Own own = new Own(Points.of(25), Points.of(40), Points.ZERO);
        Now now = new Now(
                new Balance(Points.of(1_185), Points.of(1_150), Points.ZERO),
                Points.of(25),
                Points.of(10),
                new Expiring(LocalDate.parse("2026-04-30"), Points.of(100)));
        Moved moved = new Moved(Points.of(1_200), own, Points.ZERO, Points.of(1_185));
        return new SaleReceipt(
                ExternalKey.of("till-7", "4412"),
                Instant.parse("2026-03-01T12:00:00Z"),
                List.of(new ClubPart(owner, moved, now, null)));
    }
}
