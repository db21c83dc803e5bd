package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RoundingRule;
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

/**
 * Sales and linked returns of one customer end in the same balance in whatever order they arrive, as long as nothing lapses
 * and no rules change between them. A return that comes before its sale is refused until that is there, and then delivered
 * again.
 */
@Requirement({"R39", "I11", "F13"})
class AnyOrderPropertyTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void in_memory(@ForAll("receipts") List<Receipt> receipts, @ForAll Random random, @ForAll boolean spending) {
        deliver(Engine.IN_MEMORY, receipts, random, spending);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_sqlite(@ForAll("receipts") List<Receipt> receipts, @ForAll Random random, @ForAll boolean spending) {
        deliver(Engine.SQLITE, receipts, random, spending);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_postgresql(@ForAll("receipts") List<Receipt> receipts, @ForAll Random random, @ForAll boolean spending) {
        deliver(Engine.POSTGRESQL, receipts, random, spending);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void on_mariadb(@ForAll("receipts") List<Receipt> receipts, @ForAll Random random, @ForAll boolean spending) {
        deliver(Engine.MARIADB, receipts, random, spending);
    }

    /** What is sold, in cents a line, and what of earlier receipts comes back on it. */
    record Receipt(List<Integer> sold, List<Back> backs) {}

    /** So many percent of a line of an earlier receipt. */
    record Back(int receipt, int line, int percent) {}

    @Provide
    Arbitrary<List<Receipt>> receipts() {
        Arbitrary<List<Integer>> sold =
                Arbitraries.integers().between(1, 9_999).list().ofMaxSize(3);
        Arbitrary<Back> back = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(100, 60, 50, 33, 10))
                .as(Back::new);
        return Combinators.combine(sold, back.list().ofMaxSize(2))
                .as(Receipt::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static void deliver(Engine engine, List<Receipt> receipts, Random random, boolean spending) {
        try (Shop shop = Shop.open(engine)) {
            shop.publish(club());
            MemberId one = shop.member();
            MemberId other = shop.member();
            List<AccountId> accounts = List.of(shop.account(one, club().id()), shop.account(other, club().id()));
            if (spending) {
                accounts.forEach(account -> shop.give(account, 50));
                accounts.forEach(account -> shop.spend(account, 40));
            }
            deliver(receipts(receipts, "in-order-", Buyer.member(one), shop), shop);
            List<Purchase> shuffled = receipts(receipts, "shuffled-", Buyer.member(other), shop);
            Collections.shuffle(shuffled, random);

            deliver(shuffled, shop);

            Balance inOrder = shop.balance(accounts.get(0));
            assertThat(shop.balance(accounts.get(1))).isEqualTo(inOrder);
            assertThat(shop.violations()).isEmpty();
        }
    }

    /** Half points, to the nearest: parts of a line seldom come out even. */
    private static Club club() {
        return SaleStage.club("beans")
                .rules(PointRule.everything("half", PointRate.amount("1", "7")))
                .rounding(new RoundingRule(Points.ofHundredths(50), RoundingRule.Direction.NEAREST))
                .build();
    }

    /** Delivers until all are taken; what names a sale that is not there yet comes again later. */
    private static void deliver(List<Purchase> purchases, Shop shop) {
        Deque<Purchase> waiting = new ArrayDeque<>(purchases);
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            for (int i = 0; i < before; i++) {
                Purchase next = waiting.remove();
                SaleResult result = shop.membership().sales().record(next);
                if (result instanceof SaleResult.UnknownOriginal) {
                    waiting.add(next);
                } else {
                    assertThat(result).isInstanceOf(Recorded.class);
                }
            }
            assertThat(waiting.size()).isLessThan(before);
        }
    }

    private static List<Purchase> receipts(List<Receipt> receipts, String prefix, Buyer buyer, Shop shop) {
        List<Purchase> purchases = new ArrayList<>();
        for (Receipt receipt : receipts) {
            List<PurchaseLine> lines = new ArrayList<>();
            receipt.sold().forEach(cents -> lines.add(SaleStage.line(lines.size() + 1, "1", amount(cents))));
            for (Back back : purchases.isEmpty() ? List.<Back>of() : receipt.backs()) {
                lines.add(line(lines.size() + 1, back, purchases));
            }
            if (!lines.isEmpty()) {
                purchases.add(SaleStage.sale(
                        prefix + purchases.size(),
                        buyer,
                        shop.time().instant().minus(Duration.ofHours(purchases.size())),
                        lines.toArray(PurchaseLine[]::new)));
            }
        }
        return purchases;
    }

    private static PurchaseLine line(int number, Back back, List<Purchase> purchases) {
        Purchase original = purchases.get(back.receipt() % purchases.size());
        PurchaseLine sold = original.lines().get(back.line() % original.lines().size());
        BigDecimal part = sold.amount()
                .getAmount()
                .abs()
                .multiply(BigDecimal.valueOf(-back.percent(), 2))
                .setScale(4, RoundingMode.DOWN);
        return SaleStage.returned(
                number, "-1", part.toPlainString(), original.key().value(), sold.number());
    }

    private static String amount(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
