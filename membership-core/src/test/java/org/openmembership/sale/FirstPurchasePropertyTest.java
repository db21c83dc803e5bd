package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.EventRule;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What is given for a first purchase is there exactly while that purchase is, however things are bought, returned and exchanged. */
@Requirement({"D24", "R39", "I11"})
class FirstPurchasePropertyTest {
    private static final int GIFT = 30;
    private static final int PIECES = 3;

    /** A sale of pieces that earn three points each. */
    private static final class Sold {
        private final String receipt;
        private final int line;
        private int left = PIECES;

        Sold(String receipt, int line) {
            this.receipt = receipt;
            this.line = line;
        }
    }

    /** What is told beside the library. */
    private static final class Story {
        private final Shop shop;
        private final MemberId member;
        private final List<Sold> sales = new ArrayList<>();
        private @Nullable Sold first;
        private int receipts;

        Story(Shop shop, MemberId member) {
            this.shop = shop;
            this.member = member;
        }

        void happen(int number) {
            Sold sold = sales.isEmpty() ? null : sales.get(number / 3 % sales.size());
            if (sold == null || number % 3 == 0) {
                record(sell(1));
            } else if (number % 3 == 1) {
                record(bringBack(sold, Math.min(sold.left, 1 + number % 2)));
            } else {
                record(bringBack(sold, sold.left), sell(2));
            }
        }

        private PurchaseLine sell(int line) {
            boolean isFirst = sales.stream().allMatch(sold -> sold.left == 0);
            Sold sold = new Sold("r-" + receipts, line);
            sales.add(sold);
            first = isFirst ? sold : first;
            return SaleStage.line(line, Integer.toString(PIECES), Integer.toString(PIECES * 30));
        }

        private PurchaseLine bringBack(Sold sold, int pieces) {
            sold.left -= pieces;
            first = sold == first && sold.left == 0 ? null : first;
            BigDecimal quantity = BigDecimal.valueOf(pieces == 0 ? -1 : -pieces);
            String amount = quantity.multiply(BigDecimal.valueOf(30)).toPlainString();
            return SaleStage.returned(1, quantity.toPlainString(), amount, sold.receipt, sold.line);
        }

        private void record(PurchaseLine... lines) {
            SaleResult result = shop.membership()
                    .sales()
                    .record(SaleStage.sale(
                            "r-" + receipts++, Buyer.member(member), shop.time().instant(), lines));
            assertThat(result).isInstanceOf(SaleResult.Recorded.class);
        }

        Points expected() {
            int left = sales.stream().mapToInt(sold -> sold.left).sum();
            return Points.of(left * 3L + (first == null ? 0 : GIFT));
        }
    }

    @Property(tries = 60)
    void it_is_there_as_long_as_the_purchase_is(@ForAll @Size(max = 12) List<@IntRange(max = 1_000) Integer> numbers) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            MemberId member = shop.member();
            Club club = SaleStage.club("beans")
                    .events(EventRule.of("first", EventRule.FIRST_PURCHASE, GIFT))
                    .build();
            shop.publish(club);
            AccountId account = shop.account(member, club.id());
            Story story = new Story(shop, member);

            for (int number : numbers) {
                story.happen(number);
                assertThat(shop.balance(account).booked()).isEqualTo(story.expected());
            }
            assertThat(shop.violations()).isEmpty();
        }
    }
}
