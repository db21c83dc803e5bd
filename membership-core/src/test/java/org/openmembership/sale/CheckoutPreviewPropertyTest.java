package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.account.AccountId;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.Previewed;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.shared.TenderType;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** A checkout does what its preview said, and the preview does nothing. */
@Requirement({"R38", "R49"})
class CheckoutPreviewPropertyTest {
    @Property(tries = 120)
    void a_preview_of_a_checkout_writes_nothing_and_equals_checking_out(
            @ForAll @IntRange(max = 400) int points,
            @ForAll @IntRange(min = 1, max = 5_000) int cents,
            @ForAll @IntRange(max = 200) int tendered,
            @ForAll @IntRange(max = 3) int accepted,
            @ForAll @IntRange(max = 300) int limit) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1")))
                    .spending(terms(limit)));
            MemberId member = shop.member();
            AccountId account = shop.account(member, Shop.CLUB);
            if (points > 0) {
                shop.give(account, points);
            }
            Checkout checkout = Checkout.of(sale(shop, member, cents, tendered), account);
            Checkout asked = accepted == 0 ? checkout : checkout.accepting(accepted, "points");
            int entries = shop.history(account).size();

            CheckoutResult preview = shop.membership().sales().preview(asked);
            CheckoutResult again = shop.membership().sales().preview(asked);

            assertThat(again).isEqualTo(preview);
            assertThat(shop.history(account)).hasSize(entries);
            assertThat(shop.membership().sales().lookup(asked.purchase().key())).isEmpty();
            CheckoutResult done = shop.membership().sales().checkOut(asked);
            assertThat(told(done)).isEqualTo(preview);
            assertThat(shop.violations()).isEmpty();
        }
    }

    /** What was done, as a preview says it. */
    private static CheckoutResult told(CheckoutResult result) {
        return result instanceof CheckedOut done
                ? new Previewed(
                        new SaleResult.Previewed(
                                done.sale().owner(), done.sale().clubs()),
                        done.spent(),
                        done.paid())
                : result;
    }

    private static SpendingTerms terms(int limit) {
        LineCondition grinder =
                LineCondition.builder().items(Set.of(Sku.of("sku-2"))).build();
        Limit month = limit == 0 ? null : new Limit(Points.of(limit), null, new Stretch(1, Stretch.Unit.MONTH));
        RedemptionBounds bounds = new RedemptionBounds(Points.of(20), Points.of(5), new BigDecimal("0.5"), month);
        SpendingTerms usual = SpendingTerms.DEFAULT;
        return new SpendingTerms(
                usual.order(),
                TenderTerms.of(bounds).offering(ItemOffer.of("points", grinder, "1.00", 60)),
                usual.offlineLimit(),
                usual.whenSpent(),
                usual.grace());
    }

    private static Purchase sale(Shop shop, MemberId member, int cents, int tendered) {
        BigMoney amount = BigMoney.ofMinor(CurrencyUnit.EUR, cents);
        Money asked = Money.ofMinor(CurrencyUnit.EUR, tendered);
        List<Tender> tenders = tendered == 0 ? List.of() : List.of(new Tender(TenderType.of("POINTS"), asked));
        List<PurchaseLine> lines = List.of(line(1, amount), line(2, amount.dividedBy(2, RoundingMode.UP)));
        return new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, lines, tenders));
    }

    private static PurchaseLine line(int number, BigMoney amount) {
        return new PurchaseLine(
                number, Article.of("sku-" + number), BigDecimal.ONE, PurchaseLine.Price.of(amount), null);
    }
}
