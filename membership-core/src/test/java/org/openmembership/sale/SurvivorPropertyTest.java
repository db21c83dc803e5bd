package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openmembership.merge.MergeId;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** A shop that makes two members one answers as a shop that had one from the start; taken apart, as one that had two. */
@Requirement({"R16", "R36", "R41", "R49", "C30", "B28", "I20"})
class SurvivorPropertyTest {
    /** The same story told by shops. */
    private static final class Story implements AutoCloseable {
        private final Couple merging = Couple.in(Shop.open(Engine.IN_MEMORY), 2);
        private final Couple other;
        private final List<String> sold = new ArrayList<>();
        private int receipts;

        /** @param count how many members the other shop has */
        Story(int count) {
            other = Couple.in(Shop.open(Engine.IN_MEMORY), count);
        }

        /** A sale of one to three points or the return of one, or a redemption; little enough for any cap and limit. */
        void happen(int number) {
            int member = number % 2;
            int size = number / 2 % 3 + 1;
            if (number / 6 % 4 == 0 && !sold.isEmpty()) {
                String original = sold.remove(0);
                String amount = original.substring(original.indexOf(':') + 1);
                String receipt = original.substring(0, original.indexOf(':'));
                both(member, nextNumber(), "-1", "-" + amount, receipt);
            } else {
                String receipt = nextNumber();
                both(member, receipt, "1", size + "0", null);
                sold.add(receipt + ":" + size + "0");
            }
            merging.shop().time().advance(Duration.ofMinutes(1));
            other.shop().time().advance(Duration.ofMinutes(1));
        }

        void both(int member, String number, String quantity, String amount, @Nullable String original) {
            for (Couple shop : List.of(merging, other)) {
                shop.sell(
                        member,
                        number,
                        original == null
                                ? SaleStage.line(1, quantity, amount)
                                : SaleStage.returned(1, quantity, amount, original, 1));
            }
        }

        private String nextNumber() {
            receipts++;
            return "r-" + receipts;
        }

        void requireSame(int member) {
            int account = member % other.members().size();
            assertThat(merging.receipts(member)).isEqualTo(other.receipts(member));
            assertThat(merging.measures(member)).isEqualTo(other.measures(account));
            assertThat(merging.told(member)).isEqualTo(other.told(member));
        }

        Points available(Couple shop, int account) {
            return shop.shop().available(shop.accounts().get(account));
        }

        @Override
        public void close() {
            for (Couple shop : List.of(merging, other)) {
                assertThat(shop.shop().violations()).isEmpty();
                shop.shop().close();
            }
        }
    }

    @Property(tries = 40)
    void two_who_became_one_are_as_one_from_the_start(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(min = 0, max = 47) Integer> before,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 47) Integer> after) {
        try (Story story = new Story(1)) {
            before.forEach(story::happen);
            story.merging.merge(0, 1);
            story.requireSame(0);
            after.forEach(story::happen);
            story.requireSame(0);

            // whatever the cap leaves, it leaves to both alike
            story.both(1, "last-1", "1", "450", null);
            story.both(0, "last-2", "1", "450", null);
            story.requireSame(0);
        }
    }

    @Property(tries = 40)
    void two_who_are_two_again_are_as_two_from_the_start(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 47) Integer> before,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 47) Integer> after) {
        try (Story story = new Story(2)) {
            before.forEach(story::happen);
            MergeId merge = story.merging.merge(0, 1);
            assertThat(story.merging.receipts(0)).isEqualTo(story.merging.receipts(1));
            story.merging.unmerge(merge);
            story.requireSame(0);
            story.requireSame(1);
            after.forEach(story::happen);

            for (int member : List.of(0, 1)) {
                story.requireSame(member);
                assertThat(story.available(story.merging, member)).isEqualTo(story.available(story.other, member));
                assertThat(story.merging.redeemable(member)).isEqualTo(story.other.redeemable(member));
            }
        }
    }
}
