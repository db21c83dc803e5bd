package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.PointKind;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What merging never does, whatever the accounts hold. */
@Requirement({"I20", "I1", "R16", "R29"})
class MergePropertyTest {
    private static final int MEMBERS = 3;

    /**
     * Something that happens to one of the members.
     *
     * @param points above zero for points given, below for points spent, as far as they are there
     */
    private record Step(int member, int points, int days) {}

    /** A shop in which three members have agreed to be one, and the same things have happened. */
    private static final class Family implements AutoCloseable {
        private final Shop shop = Shop.open(Engine.IN_MEMORY);
        private final Desk desk = new Desk(shop);
        private final List<MemberId> members = new ArrayList<>();
        private final List<AccountId> accounts = new ArrayList<>();
        private final List<Hold> holds = new ArrayList<>();

        Family(List<Integer> numbers) {
            shop.publish(terms -> terms.expiry(ExpiryRule.after(Period.ofMonths(3)))
                    .holds(new HoldTerms(Duration.ofDays(200), HoldTerms.WhenLate.REFUSE)));
            for (int i = 0; i < MEMBERS; i++) {
                members.add(shop.member());
                accounts.add(shop.account(members.get(i), Shop.CLUB));
            }
            for (MemberId one : members) {
                members.stream()
                        .filter(other -> !other.equals(one))
                        .forEach(other -> desk.merging().agree(one, other));
            }
            numbers.stream().map(Family::step).forEach(this::happen);
        }

        private static Step step(int number) {
            return new Step(number % MEMBERS, number / MEMBERS % 41 - 15, number / 123 % 50);
        }

        private void happen(Step step) {
            AccountId account = accounts.get(step.member());
            shop.time().advance(Duration.ofDays(step.days()).plusSeconds(1));
            if (step.points() > 0) {
                shop.give(account, Points.of(step.points()), step.days() % 2 == 0 ? PointKind.AWARD : PointKind.OTHER);
            } else if (shop.available(account).compareTo(Points.of(-step.points())) >= 0 && step.points() < 0) {
                if (step.days() % 3 == 0) {
                    hold(account, Points.of(-step.points()));
                } else {
                    shop.spend(account, -step.points());
                }
            }
        }

        /** Set aside for about as long as everything here takes. */
        private void hold(AccountId account, Points points) {
            HoldRequest request = HoldRequest.of(account, points, shop.key()).lasting(Duration.ofDays(200));
            holds.add(((HoldResult.Held) shop.membership().holding().place(request)).hold());
        }

        /** Ends all holds under the names they were given: every other one spends its points. */
        Points endHolds() {
            Points spent = Points.ZERO;
            Instant now = shop.time().instant();
            for (Hold hold : holds.stream().filter(held -> held.isInForce(now)).toList()) {
                if (holds.indexOf(hold) % 2 == 0) {
                    CaptureRequest request = CaptureRequest.of(hold.id(), shop.key());
                    assertThat(shop.membership().holding().capture(request)).isInstanceOf(CaptureResult.Captured.class);
                    spent = spent.plus(hold.points());
                } else {
                    assertThat(shop.membership().holding().release(hold.id(), shop.key()))
                            .isInstanceOf(HoldResult.Released.class);
                }
            }
            return spent;
        }

        Merge merge(int into, int from) {
            return desk.merge(members.get(into), members.get(from)).merge();
        }

        long total() {
            return shop.storage().read(stores -> stores.ledger().totals(Shop.CLUB)).values().stream()
                    .map(ClubTotal::points)
                    .mapToLong(Points::hundredths)
                    .sum();
        }

        Points available() {
            return accounts.stream().map(shop::available).reduce(Points.ZERO, Points::plus);
        }

        /** What is open in all accounts and has not lapsed, with its dates. */
        List<String> lots(int account) {
            return shop.lots(accounts.get(account)).stream()
                    .filter(lot -> !lot.life().isLapsed(shop.time().instant()))
                    .map(lot -> lot.remaining() + " " + lot.kind() + " " + lot.life())
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            assertThat(shop.violations()).isEmpty();
            shop.close();
        }
    }

    @Property(tries = 40)
    void one_after_the_other_in_any_order_leaves_the_same_points_and_lots(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 6_149) Integer> numbers) {
        try (Family left = new Family(numbers);
                Family right = new Family(numbers)) {
            Points before = left.available();
            long total = left.total();
            left.merge(0, 1);
            left.merge(0, 2);
            right.merge(1, 2);
            right.merge(0, 1);

            assertThat(left.shop.available(left.accounts.get(0))).isEqualTo(before);
            assertThat(right.shop.available(right.accounts.get(0))).isEqualTo(before);
            assertThat(left.total()).isEqualTo(total);
            assertThat(right.total()).isEqualTo(total);
            assertThat(left.lots(0)).isEqualTo(right.lots(0));
            assertThat(left.endHolds()).isEqualTo(right.endHolds());
            assertThat(left.lots(0)).isEqualTo(right.lots(0));
            assertThat(left.available()).isEqualTo(right.available());
        }
    }

    @Property(tries = 40)
    void what_is_undone_at_once_is_as_it_was(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 6_149) Integer> numbers) {
        try (Family family = new Family(numbers)) {
            List<List<String>> before = List.of(family.lots(0), family.lots(1));
            Points available = family.available();
            Merge merge = family.merge(0, 1);

            assertThat(family.lots(1)).isEmpty();
            assertThat(family.desk.merging().unmerge(merge.id())).isInstanceOf(UnmergeResult.Unmerged.class);
            assertThat(List.of(family.lots(0), family.lots(1))).isEqualTo(before);
            assertThat(family.available()).isEqualTo(available);
            family.endHolds();
        }
    }
}
