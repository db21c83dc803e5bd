package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.InMemoryStorage;
import org.openmembership.testkit.Requirement;

class SaleDraftTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Sales sales = Membership.on(new InMemoryStorage()).open().sales();

    @Test
    @Requirement({"A57", "A58"})
    void a_form_becomes_the_purchase_it_stands_for() {
        SaleDraft.Line sold = new SaleDraft.Line(
                "sku-1",
                List.of("espresso", "coffee"),
                List.of("fair"),
                "SPRING",
                decimal("2"),
                decimal("7.005"),
                decimal("1.10"),
                null,
                null);
        SaleDraft.Line back = new SaleDraft.Line(
                "sku-2",
                List.of(),
                List.of(),
                null,
                decimal("-1"),
                decimal("-3"),
                null,
                null,
                new SaleDraft.Original("till-7", "r-1", 4));
        SaleDraft draft = draft(
                "till-7",
                new SaleDraft.Buyer(null, null, "pos", "4711", "ada@example.org"),
                List.of(sold, back),
                List.of(new SaleDraft.Payment("CASH", decimal("4.01"))));

        Purchase purchase = sales.read(draft);

        assertThat(purchase.key()).isEqualTo(ExternalKey.of("till-7", "r-2"));
        assertThat(purchase.buyer().customerReference()).isEqualTo(ExternalKey.of("pos", "4711"));
        assertThat(purchase.total().getAmount()).isEqualByComparingTo("4.005");
        assertThat(purchase.lines().get(0).article().categories()).hasSize(2);
        assertThat(purchase.lines().get(1).returnOf()).isEqualTo(new OriginalLine(ExternalKey.of("till-7", "r-1"), 4));
        assertThat(sales.record(purchase)).isInstanceOf(SaleResult.UnknownOriginal.class);
    }

    @Test
    @Requirement({"A57", "B5"})
    void all_that_is_wrong_with_a_form_is_reported_at_once_by_path() {
        SaleDraft draft = new SaleDraft(
                " till",
                null,
                NOON,
                new SaleDraft.Place("", null, null, "x".repeat(101)),
                new SaleDraft.Buyer("card\u0000", null, "pos", null, "no address"),
                "XXQ",
                List.of(
                        SaleDraft.Line.of("sku", decimal("1e999999999"), null),
                        SaleDraft.Line.of("", decimal("1"), decimal("0.00001"))),
                List.of(new SaleDraft.Payment("CASH", decimal("0.001"))));

        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, () -> sales.read(draft));

        assertThat(refused.violations())
                .extracting(Violation::path)
                .contains(
                        "source",
                        "number",
                        "place.store",
                        "place.channel",
                        "place.orderType",
                        "buyer.card",
                        "buyer.customerNumber",
                        "buyer.email",
                        "currency",
                        "lines[0].quantity",
                        "lines[0].amount",
                        "lines[1].sku",
                        "payments[0].amount");
    }

    @Test
    void a_form_without_lines_or_from_another_age_is_refused() {
        SaleDraft empty = draft("till-7", null, List.of(), List.of());
        SaleDraft old = new SaleDraft(
                "till-7",
                "r-2",
                Instant.MIN,
                empty.place(),
                null,
                "EUR",
                List.of(SaleDraft.Line.of("sku", decimal("1"), decimal("1"))),
                List.of());

        assertThatThrownBy(() -> sales.read(empty))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("lines");
        assertThatThrownBy(() -> sales.read(old))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("purchasedAt");
    }

    private static SaleDraft draft(
            String source, SaleDraft.Buyer buyer, List<SaleDraft.Line> lines, List<SaleDraft.Payment> payments) {
        SaleDraft.Place place = new SaleDraft.Place("store-1", "7", "SHOP", null);
        return new SaleDraft(source, "r-2", NOON, place, buyer, "EUR", lines, payments);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
