package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.Balance;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

@Requirement({"R39", "I11", "F13"})
class ReturnsPropertyTest {
    private static final Points BEFORE = Points.of(1_000);

    @Property(tries = 60)
    @Requirement({"I11", "R39", "S26", "D24", "D26"})
    void returning_everything_in_any_split_and_order_ends_where_no_sale_would(
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 1, max = 4) List<@IntRange(min = 1, max = 9_999) Integer>> lines,
            @ForAll Random random,
            @ForAll boolean atOnce,
            @ForAll boolean welcomes,
            @ForAll Returns policy,
            @ForAll @IntRange(max = 1_000) int spent) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            MemberId member = shop.member();
            Club club = SaleStage.club("beans")
                    .earningPolicies(SaleStage.returning(policy))
                    .events(
                            welcomes
                                    ? new EventRule[] {EventRule.of("first", EventRule.FIRST_PURCHASE, 30)}
                                    : new EventRule[0])
                    .build();
            shop.publish(club);
            AccountId account = shop.account(member, club.id());
            shop.give(account, BEFORE, PointKind.OTHER);
            if (spent > 0) {
                shop.membership().redemption().redeem(account, Points.of(spent), SaleStage.key("sale"));
            }
            Buyer buyer = Buyer.member(member);
            List<Purchase> returns = returns(lines, buyer, shop);
            Collections.shuffle(returns, random);

            List<Purchase> all = new ArrayList<>(List.of(sale(lines, buyer, shop)));
            all.addAll(returns);
            record(all, atOnce, shop);

            assertThat(shop.balance(account)).isEqualTo(new Balance(BEFORE, BEFORE, Points.ZERO));
            assertThat(shop.lots(account)).hasSize(1);
            assertThat(shop.violations()).isEmpty();
        }
    }

    private static void record(List<Purchase> purchases, boolean atOnce, Shop shop) {
        Sales sales = shop.membership().sales();
        List<SaleResult> results = atOnce
                ? sales.recordAll(purchases)
                : purchases.stream().map(sales::record).toList();
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Recorded.class));
    }

    private static Purchase sale(List<List<Integer>> lines, Buyer buyer, Shop shop) {
        List<PurchaseLine> sold = new ArrayList<>();
        for (List<Integer> parts : lines) {
            int cents = parts.stream().mapToInt(Integer::intValue).sum();
            sold.add(SaleStage.line(sold.size() + 1, Integer.toString(parts.size()), amount(cents)));
        }
        return SaleStage.sale("sale", buyer, shop.time().instant(), sold.toArray(PurchaseLine[]::new));
    }

    /** One return for each part of each line. */
    private static List<Purchase> returns(List<List<Integer>> lines, Buyer buyer, Shop shop) {
        List<Purchase> returns = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            for (int cents : lines.get(line - 1)) {
                PurchaseLine back = SaleStage.returned(1, "-1", amount(-cents), "sale", line);
                returns.add(SaleStage.sale(
                        "return-" + returns.size(), buyer, shop.time().instant(), back));
            }
        }
        return returns;
    }

    private static String amount(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
