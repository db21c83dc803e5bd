package org.openmembership.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.ledger.ReceiptDetail;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testing.Counted;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** How often a receipt asks the database, however long the history of the account is. */
@Requirement({"B19", "B23"})
final class ReceiptTripsTest {
    @ParameterizedTest
    @EnumSource
    void a_receipt_with_schemes_takes_a_fixed_number_of_statements(DatabaseEngine engine) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Counted counted = Counted.on(engine);
            Membership node = shop.over(counted.storage(), "id-").open();
            node.clubs()
                    .publish(shop.coffee()
                            .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                            .build());
            Buyer ada = Buyer.member(member(node));
            sell(node, shop, "r-0", ada);
            int plain = asked(counted, node, ReceiptDetail.SUMMARY);
            int ofFew = asked(counted, node, ReceiptDetail.SCHEMES);
            for (int i = 1; i <= 30; i++) {
                sell(node, shop, "r-" + i, ada);
            }

            assertThat(asked(counted, node, ReceiptDetail.SUMMARY)).isEqualTo(plain);
            assertThat(asked(counted, node, ReceiptDetail.SCHEMES))
                    .isEqualTo(ofFew)
                    .isBetween(plain + 1, plain + 3);
        }
    }

    private static int asked(Counted counted, Membership node, ReceiptDetail detail) {
        return counted.during(() -> assertThat(
                                node.statements().receipt(ExternalKey.of("till-7", "r-0"), Set.of(), detail))
                        .isPresent())
                .size();
    }

    private static MemberId member(Membership node) {
        Registrant registrant = Registrant.builder()
                .name("Ada", "Byron")
                .email("ada@example.org")
                .acceptTerms("terms-1")
                .build();
        MemberId member = ((RegistrationResult.Registered) node.registration().register(registrant)).member();
        assertThat(node.enrolment().enrol(member, Shop.CLUB)).isInstanceOf(EnrolmentResult.Enrolled.class);
        return member;
    }

    private static void sell(Membership node, Shop shop, String number, Buyer buyer) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, BigDecimal.TEN));
        PurchaseLine line = new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, price, null);
        Purchase sale = new Purchase(
                ExternalKey.of("till-7", number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        assertThat(node.sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
    }
}
