package org.openmembership.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** What may be offered is what may be taken, and it pays what it should. */
@Requirement({"A48", "R49"})
class SpendingRoomPropertyTest {

    @Property
    void the_most_is_within_all_bounds_and_another_step_is_not(
            @ForAll("rooms") SpendingRoom room,
            @ForAll @LongRange(min = -500, max = 1_000_000) long available,
            @ForAll @LongRange(min = 1, max = 500_000) long cents) {
        Money due = Money.ofMinor(CurrencyUnit.EUR, cents);
        Points there = Points.ofHundredths(available);

        Points most = room.most(there, due);

        if (most.isPositive()) {
            assertThat(room.excess(most, due)).isEmpty();
            assertThat(there.isLessThan(most)).isFalse();
        }
        Points more = most.isZero()
                ? room.bounds().ceiling(room.bounds().minimum())
                : most.plus(room.bounds().step());
        assertThat(room.excess(more, due).isPresent() || there.isLessThan(more)).isTrue();
    }

    @Property
    void an_amount_takes_the_fewest_steps_that_are_worth_it(
            @ForAll("rooms") SpendingRoom room, @ForAll @LongRange(min = 1, max = 500_000) long cents) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, cents);
        BigDecimal perPoint = room.value().perPoint().getAmount();

        Points points = room.covering(amount);

        assertThat(room.bounds().isStep(points)).isTrue();
        assertThat(points.toBigDecimal().multiply(perPoint)).isGreaterThanOrEqualTo(amount.getAmount());
        assertThat(points.minus(room.bounds().step()).toBigDecimal().multiply(perPoint))
                .isLessThan(amount.getAmount());
        assertThat(room.paid(points, amount)).isEqualTo(room.payable(amount));
    }

    @Property
    void nobody_pays_more_than_the_share_or_than_the_points_are_worth(
            @ForAll("rooms") SpendingRoom room,
            @ForAll @LongRange(min = 1, max = 1_000_000) long hundredths,
            @ForAll @LongRange(min = 1, max = 500_000) long cents) {
        Money due = Money.ofMinor(CurrencyUnit.EUR, cents);
        Points points = Points.ofHundredths(hundredths);

        Money paid = room.paid(points, due);

        assertThat(paid.getAmount())
                .isLessThanOrEqualTo(due.getAmount().multiply(room.bounds().maximumShare()))
                .isLessThanOrEqualTo(room.value()
                        .perPoint()
                        .getAmount()
                        .multiply(points.toBigDecimal())
                        .setScale(6, RoundingMode.UP));
    }

    @Provide
    Arbitrary<SpendingRoom> rooms() {
        Arbitrary<Points> points = Arbitraries.longs().between(1, 20_000).map(Points::ofHundredths);
        Arbitrary<Points> steps = Arbitraries.of(1L, 50L, 100L, 700L, 5_000L).map(Points::ofHundredths);
        Arbitrary<BigDecimal> shares =
                Arbitraries.of("1", "0.5", "0.33", "0.01").map(BigDecimal::new);
        Arbitrary<PointValue> values = Arbitraries.of("0.01", "0.05", "0.003", "1", "0.000001")
                .map(value -> PointValue.of(CurrencyUnit.EUR, value));
        Arbitrary<Long> times = Arbitraries.longs().between(1, 3).injectNull(0.5);
        return Combinators.combine(points, steps, shares, values, points.injectNull(0.5), times)
                .as((minimum, step, share, value, left, often) ->
                        new SpendingRoom(new RedemptionBounds(minimum, step, share, null), value, left, often, true));
    }
}
