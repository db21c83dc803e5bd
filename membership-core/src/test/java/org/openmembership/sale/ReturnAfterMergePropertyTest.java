package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** A merge, and undoing it, anywhere among sales and returns, changes nothing of what is taken back of them. */
@Requirement({"I11", "I20", "R16", "R39"})
class ReturnAfterMergePropertyTest {
    private static final int PIECES = 3;

    /** What is left of a sale, of a line in three pieces. */
    private static final class Sold {
        private final String number;
        private final int hundreds;
        private int left = PIECES;

        Sold(String number, int hundreds) {
            this.number = number;
            this.hundreds = hundreds;
        }
    }

    /** A shop with two members who may be one; the other one of a pair of them never merges. */
    private static final class World implements AutoCloseable {
        private final Shop shop = Shop.open(Engine.IN_MEMORY);
        private final List<MemberId> members = new ArrayList<>();
        private final List<AccountId> accounts = new ArrayList<>();

        World() {
            Club club = SaleStage.club("beans").build();
            shop.publish(club);
            for (int i = 0; i < 2; i++) {
                members.add(shop.member());
                accounts.add(shop.account(members.get(i), club.id()));
            }
            shop.membership().merging().agree(members.get(0), members.get(1));
            shop.membership().merging().agree(members.get(1), members.get(0));
        }

        void sell(int member, String number, int hundreds) {
            record(number, member, SaleStage.line(1, "3", hundreds + "00"));
        }

        void bringBack(int member, String number, Sold sold, int pieces) {
            String amount = "-" + (pieces == sold.left ? rest(sold) : sold.hundreds * 100 / PIECES * pieces);
            record(number, member, SaleStage.returned(1, "-" + pieces, amount, sold.number, 1));
        }

        private static int rest(Sold sold) {
            return sold.hundreds * 100 - sold.hundreds * 100 / PIECES * (PIECES - sold.left);
        }

        private void record(String number, int member, PurchaseLine line) {
            SaleResult result = shop.membership()
                    .sales()
                    .record(SaleStage.sale(
                            number,
                            Buyer.member(members.get(member)),
                            shop.time().instant(),
                            line));
            assertThat(result).isInstanceOf(SaleResult.Recorded.class);
        }

        /** The account that has what a member's had. */
        AccountId holder(int member, boolean merged) {
            return accounts.get(merged ? 0 : member);
        }

        Points booked() {
            return shop.balance(accounts.get(0))
                    .booked()
                    .plus(shop.balance(accounts.get(1)).booked());
        }

        MergeId merge() {
            MergeRequest request = MergeRequest.of(customer(0), List.of(customer(1)), shop.key());
            request = request.keeping(Objects.requireNonNull(member(0).user()));
            return ((Merged) shop.membership().merging().merge(request)).merge().id();
        }

        private CustomerId customer(int member) {
            return Objects.requireNonNull(member(member).primary());
        }

        private Member member(int member) {
            return shop.storage()
                    .read(stores -> stores.members().find(members.get(member)))
                    .orElseThrow();
        }

        @Override
        public void close() {
            assertThat(shop.violations()).isEmpty();
            shop.close();
        }
    }

    /** The same story in a world with merges and in one without. */
    private static final class Story {
        private final World merging;
        private final World apart;
        private final List<Sold> sold = new ArrayList<>();
        private @Nullable MergeId merge;
        private int spent;
        private int receipts;

        Story(World merging, World apart) {
            this.merging = merging;
            this.apart = apart;
        }

        void happen(int number) {
            int member = number % 2;
            int size = number / 2 % 7 + 1;
            switch (number / 14 % 6) {
                case 0, 1 -> sell(member, size);
                case 2, 3 -> bringBack(member, number / 84, size % PIECES + 1);
                case 4 -> spend(member, size);
                default -> mergeOrUndo();
            }
        }

        private void sell(int member, int hundreds) {
            Sold sale = new Sold(nextNumber(), hundreds);
            merging.sell(member, sale.number, hundreds);
            apart.sell(member, sale.number, hundreds);
            sold.add(sale);
        }

        void bringBack(int member, int which, int most) {
            List<Sold> open = sold.stream().filter(sale -> sale.left > 0).toList();
            if (!open.isEmpty()) {
                Sold sale = open.get(which % open.size());
                int pieces = Math.min(most, sale.left);
                String number = nextNumber();
                // whoever brings it back, it is from whoever bought it
                merging.bringBack(member, number, sale, pieces);
                apart.bringBack(member, number, sale, pieces);
                sale.left -= pieces;
            }
        }

        private void spend(int member, int points) {
            AccountId account = merging.holder(member, merge != null);
            boolean enough = !merging.shop.available(account).isLessThan(Points.of(points))
                    && !apart.shop.available(apart.accounts.get(member)).isLessThan(Points.of(points));
            if (enough) {
                merging.shop.spend(account, points);
                apart.shop.spend(apart.accounts.get(member), points);
                spent += points;
            }
        }

        private void mergeOrUndo() {
            if (merge == null) {
                merge = merging.merge();
            } else if (merging.shop.membership().merging().unmerge(merge) instanceof Unmerged) {
                merge = null;
            }
        }

        private String nextNumber() {
            receipts++;
            return "r-" + receipts;
        }

        void requireSame() {
            assertThat(merging.booked()).isEqualTo(apart.booked());
        }

        void bringEverythingBack() {
            while (sold.stream().anyMatch(sale -> sale.left > 0)) {
                bringBack(0, 0, PIECES);
            }
        }
    }

    @Property(tries = 60)
    void returning_everything_ends_at_what_was_there_without_the_sales(
            @ForAll @Size(min = 4, max = 20) List<@IntRange(min = 0, max = 839) Integer> numbers) {
        try (World merging = new World();
                World apart = new World()) {
            Story story = new Story(merging, apart);
            for (int number : numbers) {
                story.happen(number);
                story.requireSame();
            }
            story.bringEverythingBack();

            story.requireSame();
            assertThat(merging.booked()).isEqualTo(Points.of(-story.spent));
        }
    }
}
