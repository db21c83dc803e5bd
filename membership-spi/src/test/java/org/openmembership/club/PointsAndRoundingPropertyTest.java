package org.openmembership.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.openmembership.club.RoundingRule.Direction;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Points are exact, and rounding hands out whole steps only. */
class PointsAndRoundingPropertyTest {
    private static final long LIMIT = 100_000_000_000_000L;

    @Property
    @Requirement({"R22", "I25"})
    void points_add_up_exactly_and_compare_as_numbers(@ForAll("points") Points one, @ForAll("points") Points other) {
        BigDecimal sum = one.toBigDecimal().add(other.toBigDecimal());

        assertThat(one.plus(other).toBigDecimal()).isEqualByComparingTo(sum);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.minus(other)).isEqualTo(other.minus(one).negated());
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(one.toBigDecimal().compareTo(other.toBigDecimal()));
        assertThat(one.min(other).plus(one.max(other))).isEqualTo(one.plus(other));
        assertThat(one.isLessThan(other)).isEqualTo(one.compareTo(other) < 0);
    }

    @Property
    @Requirement("R22")
    void points_are_written_in_plain_digits_and_read_back(@ForAll("points") Points points) {
        assertThat(points.toString()).matches("-?[0-9]+(\\.[0-9]{1,2})?");
        assertThat(Points.of(new BigDecimal(points.toString()))).isEqualTo(points);
    }

    @Property
    @Requirement({"I25", "B5", "S24"})
    void points_out_of_range_are_refused(@ForAll @LongRange(min = LIMIT + 1) long beyond) {
        assertThatThrownBy(() -> Points.ofHundredths(beyond)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Points.ofHundredths(-beyond)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Points.ofHundredths(LIMIT).plus(Points.ofHundredths(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    @Requirement("R22")
    void what_is_rounded_is_a_whole_number_of_steps_less_than_one_step_away(
            @ForAll("rules") RoundingRule rule, @ForAll("amounts") BigDecimal exact) {
        BigDecimal rounded = rule.round(exact).toBigDecimal();
        BigDecimal step = rule.precision().toBigDecimal();

        assertThat(rounded.remainder(step)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(rounded.subtract(exact).abs()).isLessThan(step);
    }

    @Property
    @Requirement({"R22", "R39"})
    void a_sale_and_its_return_mirror_each_other(
            @ForAll("rules") RoundingRule rule, @ForAll("amounts") BigDecimal exact) {
        assertThat(rule.round(exact.negate())).isEqualTo(rule.round(exact).negated());
    }

    @Property
    @Requirement("R22")
    void down_is_toward_zero_up_away_from_it_and_nearest_between_them(
            @ForAll("points") Points precision, @ForAll("amounts") BigDecimal exact) {
        Points step = precision.isZero() ? Points.of(1) : precision.max(precision.negated());
        BigDecimal down = size(new RoundingRule(step, Direction.DOWN), exact);
        BigDecimal nearest = size(new RoundingRule(step, Direction.NEAREST), exact);

        assertThat(down).isLessThanOrEqualTo(exact.abs());
        assertThat(nearest.subtract(exact.abs()).abs())
                .isLessThanOrEqualTo(step.toBigDecimal().divide(BigDecimal.valueOf(2)));
        if (step.isLessThan(Points.of(1_000_000))) {
            BigDecimal up = size(new RoundingRule(step, Direction.UP), exact);
            assertThat(up).isGreaterThanOrEqualTo(exact.abs());
            assertThat(nearest).isBetween(down, up);
        }
    }

    @Property
    @Requirement("R22")
    void a_fraction_is_never_rounded_before_the_rule_rounds(
            @ForAll("rules") RoundingRule rule,
            @ForAll @IntRange(min = 1, max = 1_000_000) int whole,
            @ForAll @IntRange(min = 1, max = 1_000) int divisor) {
        BigDecimal exact = BigDecimal.valueOf((long) whole * divisor);

        assertThat(rule.round(exact, BigDecimal.valueOf(divisor))).isEqualTo(rule.round(BigDecimal.valueOf(whole)));
    }

    private static BigDecimal size(RoundingRule rule, BigDecimal exact) {
        return rule.round(exact).toBigDecimal().abs();
    }

    @Provide
    Arbitrary<Points> points() {
        return Arbitraries.longs().between(-LIMIT / 2, LIMIT / 2).map(Points::ofHundredths);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
                .ofScale(6);
    }

    @Provide
    Arbitrary<RoundingRule> rules() {
        return Arbitraries.of(Direction.class)
                .flatMap(direction -> Arbitraries.of(1L, 5L, 10L, 25L, 50L, 100L, 300L, 1_000L, 10_000L)
                        .map(step -> new RoundingRule(Points.ofHundredths(step), direction)));
    }
}
