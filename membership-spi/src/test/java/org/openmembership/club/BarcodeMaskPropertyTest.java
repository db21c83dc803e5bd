package org.openmembership.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

@Requirement({"B20", "B27"})
class BarcodeMaskPropertyTest {
    /** Ten characters, as a mask of ten places cuts out. */
    private static final CardSeries SERIES = CardSeries.of("main", "OM", 7, CheckDigits.LUHN);

    @Property
    @Requirement("R19")
    void every_number_of_a_series_scans_through_its_mask(
            @ForAll("masks") String mask, @ForAll @LongRange(min = 1, max = 9_999_999) long serial) {
        String number = SERIES.number(serial);

        assertThat(BarcodeMask.of(mask).numberIn(barcode(mask, number))).contains(number);
    }

    @Property
    @Requirement("R19")
    void two_numbers_never_share_a_barcode(
            @ForAll("masks") String mask,
            @ForAll @LongRange(min = 1, max = 9_999_999) long one,
            @ForAll @LongRange(min = 1, max = 9_999_999) long other) {
        boolean same = barcode(mask, SERIES.number(one)).equals(barcode(mask, SERIES.number(other)));

        assertThat(same).isEqualTo(one == other);
    }

    @Property
    void a_text_of_another_length_or_with_another_fixed_character_has_no_number(
            @ForAll("masks") String mask, @ForAll @LongRange(min = 1, max = 9_999_999) long serial) {
        String barcode = barcode(mask, SERIES.number(serial));
        BarcodeMask read = BarcodeMask.of(mask);

        assertThat(read.numberIn(barcode + "0")).isEmpty();
        assertThat(read.numberIn(barcode.substring(1))).isEmpty();
        for (int i = 0; i < mask.length(); i++) {
            if (mask.charAt(i) != '#' && mask.charAt(i) != '?') {
                StringBuilder wrong = new StringBuilder(barcode);
                wrong.setCharAt(i, '~');
                assertThat(read.numberIn(wrong.toString())).isEmpty();
            }
        }
    }

    @Test
    void a_mask_holds_on_its_days_the_last_one_included() {
        BarcodeMask mask = new BarcodeMask("22##?", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

        assertThat(mask.numberIn("22419")).contains("41");
        assertThat(mask.holdsOn(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(mask.holdsOn(LocalDate.parse("2026-03-01"))).isTrue();
        assertThat(mask.holdsOn(LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(mask.holdsOn(LocalDate.parse("2026-04-01"))).isFalse();
        assertThat(BarcodeMask.of("22##").holdsOn(LocalDate.parse("1999-01-01")))
                .isTrue();
    }

    @Test
    void what_cannot_be_a_mask_is_refused() {
        for (String wrong : List.of("", "2233", "####", " 2##", "2##".repeat(14))) {
            assertThatThrownBy(() -> BarcodeMask.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BarcodeMask("2#", LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new AccountTerms.Cards(List.of(SERIES), true, false, List.of(BarcodeMask.of("22#########"))))
                .hasMessageContaining("22#########");
    }

    /** Ten places of the number, with fixed places and such that hold anything around and among them. */
    @Provide
    Arbitrary<String> masks() {
        Arbitrary<String> between = Arbitraries.strings().withChars("27A?").ofMaxLength(3);
        return Combinators.combine(between, between, Arbitraries.integers().between(1, 9))
                .as((before, among, split) -> "9" + before + "#".repeat(split) + among + "#".repeat(10 - split));
    }

    private static String barcode(String mask, String number) {
        StringBuilder barcode = new StringBuilder();
        int next = 0;
        for (int i = 0; i < mask.length(); i++) {
            char place = mask.charAt(i);
            if (place == '#') {
                barcode.append(number.charAt(next));
                next++;
            } else {
                barcode.append(place == '?' ? '5' : place);
            }
        }
        return barcode.toString();
    }
}
