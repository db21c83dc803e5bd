package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

@Requirement({"R39", "I11", "S26"})
class ReturnSharePropertyTest {
    @Property
    void any_split_of_a_return_takes_back_exactly_what_was_earned_and_never_more(
            @ForAll @LongRange(min = 1, max = 1_000_000) long earned,
            @ForAll @LongRange(min = 1, max = 1_000) long precision,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 5_000) Integer> parts) {
        BigDecimal whole =
                BigDecimal.valueOf(parts.stream().mapToLong(Integer::longValue).sum());
        Points all = Points.ofHundredths(earned);
        Points taken = Points.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (Integer part : parts) {
            Points due = new ReturnShare(all, taken, whole, before)
                    .due(BigDecimal.valueOf(-part), Points.ofHundredths(precision));
            assertThat(due.isNegative()).isFalse();
            taken = taken.plus(due);
            before = before.subtract(BigDecimal.valueOf(part));
            assertThat(all.isLessThan(taken)).isFalse();
        }

        assertThat(taken).isEqualTo(all);
        assertThat(new ReturnShare(all, taken, whole, before).due(BigDecimal.ONE, Points.of(1)))
                .isEqualTo(Points.ZERO);
    }

    @Example
    void a_part_takes_its_share_of_the_value_and_the_last_one_the_remainder() {
        Points step = Points.of(1);
        BigDecimal whole = new BigDecimal("30");

        assertThat(new ReturnShare(Points.of(10), Points.ZERO, whole, BigDecimal.ZERO).due(new BigDecimal("-10"), step))
                .isEqualTo(Points.of(3));
        assertThat(new ReturnShare(Points.of(10), Points.of(3), whole, new BigDecimal("-10"))
                        .due(new BigDecimal("-10"), step))
                .isEqualTo(Points.of(3));
        assertThat(new ReturnShare(Points.of(10), Points.of(6), whole, new BigDecimal("-20"))
                        .due(new BigDecimal("-10"), step))
                .isEqualTo(Points.of(4));
    }
}
