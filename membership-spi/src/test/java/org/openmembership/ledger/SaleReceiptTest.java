package org.openmembership.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
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
                List.of(new ClubPart(owner, moved, now)));
    }
}
