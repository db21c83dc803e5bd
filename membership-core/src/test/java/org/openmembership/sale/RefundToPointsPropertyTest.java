package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Refund;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** However goods come back and however that is paid, refunds are never worth more than what was paid for the goods. */
class RefundToPointsPropertyTest {
    private static final ExternalKey SOLD = SaleStage.key("sold");

    @Property(tries = 150)
    @Requirement({"B50", "R39", "I1"})
    void points_that_come_back_are_never_worth_more_than_the_money_that_was_paid(
            @ForAll @IntRange(min = 1, max = 5_000) int price,
            @ForAll @IntRange(max = 5_000) int spent,
            @ForAll @IntRange(min = 1, max = 70_000) int perPoint,
            @ForAll @Size(max = 6) List<@IntRange(max = 6_000) Integer> given,
            @ForAll @IntRange(max = 2) int cashEvery) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Stage stage = new Stage(shop, price, Math.min(price, spent), perPoint);
            int number = 0;
            for (int cents : given) {
                boolean isCash = cashEvery > 0 && number % cashEvery == 1;
                stage.back(number++, cents, isCash);
            }

            assertThat(stage.refunded().add(stage.givenBack())).isLessThanOrEqualTo(BigDecimal.valueOf(price, 2));
            assertThat(shop.violations()).isEmpty();
        }
    }

    /** A sale that was paid in part with points, and its returns. */
    private static final class Stage {
        private final Shop shop;
        private final Buyer buyer;
        private final AccountId account;
        private final BigDecimal paid;
        private BigDecimal left;

        private Stage(Shop shop, int price, int spent, int micros) {
            this.shop = shop;
            PointValue value = PointValue.of(
                    CurrencyUnit.EUR, BigDecimal.valueOf(micros, 6).toPlainString());
            MemberId member = shop.member();
            Club club = RefundToPointsTest.beans(Refunds.MONEY_TOO)
                    .pointValue(value)
                    .build();
            shop.publish(club);
            buyer = Buyer.member(member);
            account = shop.account(member, club.id());
            shop.give(account, Points.of(60_000_000), PointKind.OTHER);
            left = BigDecimal.valueOf(price, 2);
            paid = BigDecimal.valueOf(spent, 2);
            Purchase sale =
                    SaleStage.sale(SOLD.value(), buyer, shop.time().instant(), SaleStage.line(1, "1", euros(price)));
            Purchase sold = SaleStage.paid(
                    sale, SaleStage.tender("POINTS", euros(spent)), SaleStage.tender("CASH", euros(price - spent)));
            assertThat(shop.membership().sales().checkOut(Checkout.of(sold, account)))
                    .isInstanceOf(CheckoutResult.CheckedOut.class);
        }

        /** Refused receipts pay nothing back at all. */
        private void back(int number, int cents, boolean isCash) {
            Purchase goods = SaleStage.sale(
                    "back-" + number,
                    buyer,
                    shop.time().instant(),
                    SaleStage.returned(1, "-0.1", euros(-cents), SOLD.value(), 1));
            String type = isCash ? "CASH" : "POINTS";
            BigDecimal before = refunded();
            SaleResult result =
                    shop.membership().sales().record(SaleStage.paid(goods, SaleStage.tender(type, euros(-cents))));
            if (result instanceof SaleResult.Recorded) {
                assertThat(refunded().subtract(before)).isLessThanOrEqualTo(left.max(BigDecimal.ZERO));
                left = left.subtract(BigDecimal.valueOf(cents, 2));
            }
        }

        /** What new points are worth. */
        private BigDecimal refunded() {
            BigDecimal sum = BigDecimal.ZERO;
            for (PointEntry entry : entries(EntryKind.POSITIVE_ADJUSTMENT)) {
                boolean isRefund = Refund.REASON.equals(entry.cause().origin().reason());
                sum = isRefund ? sum.add(entry.value().getAmount()) : sum;
            }
            return sum;
        }

        /** What of the money that was paid with points has come back as points. */
        private BigDecimal givenBack() {
            BigDecimal back = BigDecimal.ZERO;
            for (PointEntry entry : entries(EntryKind.REVERSAL)) {
                back = back.add(entry.points().toBigDecimal());
            }
            BigDecimal spent = shop.history(account).stream()
                    .filter(entry -> entry.kind() == EntryKind.REDEMPTION)
                    .map(entry -> entry.points().toBigDecimal().negate())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return back.signum() == 0 ? back : paid.multiply(back).divide(spent, 9, RoundingMode.DOWN);
        }

        private static String euros(int cents) {
            return BigDecimal.valueOf(cents, 2).toPlainString();
        }

        private List<PointEntry> entries(EntryKind kind) {
            return shop.history(account).stream()
                    .filter(entry -> entry.kind() == kind && entry.points().isPositive())
                    .toList();
        }
    }
}
