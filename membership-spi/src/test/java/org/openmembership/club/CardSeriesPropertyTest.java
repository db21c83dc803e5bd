package org.openmembership.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

@Requirement({"B18", "R19"})
class CardSeriesPropertyTest {
    @Test
    void check_digits_are_those_of_the_standards() {
        assertThat(CheckDigits.LUHN.of("7992739871")).isEqualTo("3");
        assertThat(CheckDigits.EAN13.of("400638133393")).isEqualTo("1");
        assertThat(CheckDigits.MOD97.of("794")).isEqualTo("44");
        assertThat(CheckDigits.NONE.of("794")).isEmpty();
    }

    @Property
    void one_wrong_digit_or_two_neighbours_in_the_wrong_order_are_noticed(
            @ForAll @LongRange(min = 1, max = 99_999_999) long serial) {
        CardSeries series = CardSeries.of("main", "", 8, CheckDigits.MOD97);
        String number = series.number(serial);

        assertThat(Long.parseLong(number) % 97).isEqualTo(1);
        for (int i = 0; i < number.length() - 1; i++) {
            StringBuilder swapped = new StringBuilder(number);
            swapped.setCharAt(i, number.charAt(i + 1));
            swapped.setCharAt(i + 1, number.charAt(i));
            boolean same = number.charAt(i) == number.charAt(i + 1);
            assertThat(Long.parseLong(swapped.toString()) % 97 == 1).isEqualTo(same);
        }
    }

    @Property
    void no_two_cards_of_a_series_share_a_scan(
            @ForAll @LongRange(min = 1, max = 99_999) long one, @ForAll @LongRange(min = 1, max = 99_999) long other) {
        CardSeries series = CardSeries.of("main", "OM", 5, CheckDigits.LUHN).with(new CardSeries.Scanning(true, true));
        Set<String> both = new HashSet<>(series.scans(one));
        both.addAll(series.scans(other));

        assertThat(both).hasSize(one == other ? 4 : 8);
    }

    @Test
    void what_cannot_be_a_series_is_refused() {
        CardSeries series = CardSeries.of("main", "1", 5, CheckDigits.LUHN);
        CardSeries.Scanning all = new CardSeries.Scanning(true, true);
        CardSeries bare = CardSeries.of("main", "", 5, CheckDigits.NONE);
        CardSeries.Scanning noPrefix = new CardSeries.Scanning(true, false);

        assertThatThrownBy(() -> series.with(all)).hasMessageContaining("equally long");
        assertThatThrownBy(() -> bare.with(noPrefix)).hasMessageContaining("leave out");
        assertThatThrownBy(() -> CardSeries.of("main", "A", 11, CheckDigits.EAN13))
                .hasMessageContaining("twelve");
        assertThatThrownBy(() -> CardSeries.of("main", "x".repeat(30), 10, CheckDigits.LUHN))
                .hasMessageContaining("40");
        assertThatThrownBy(() -> series.number(100_000)).hasMessageContaining("serial number");
    }
}
