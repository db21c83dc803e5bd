package org.openmembership.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.SecretSeal;

/** Codes that the library makes (S28). */
@Requirement("S28")
final class GiftCardCodePropertyTest {
    private static final SecretSeal SEAL = SecretSeal.keyed(new byte[SecretSeal.MIN_KEY]);
    private static final GiftCardId CARD = GiftCardId.of("card");
    private static final int CODES = 1_000_000;
    private static final int LENGTH = 16;
    private static final int LETTERS = 32;

    @Test
    void a_million_codes_are_all_different_and_use_every_character_everywhere_alike() {
        Set<String> seen = new HashSet<>();
        int[][] counts = new int[LENGTH][128];
        Random random = new Random(7);
        for (int i = 0; i < CODES; i++) {
            String code = code(random.nextLong(), random.nextLong());
            seen.add(code);
            for (int place = 0; place < LENGTH; place++) {
                counts[place][code.charAt(place)]++;
            }
        }

        assertThat(seen).hasSize(CODES);
        int expected = CODES / LETTERS;
        for (int[] place : counts) {
            int used = 0;
            for (int count : place) {
                used += count > 0 ? 1 : 0;
                assertThat(count == 0 || Math.abs(count - expected) < expected / 20)
                        .isTrue();
            }
            assertThat(used).isEqualTo(LETTERS);
        }
    }

    @Property
    void one_wrong_character_does_not_check(
            @ForAll long seed,
            @ForAll @IntRange(max = LENGTH) int place,
            @ForAll @IntRange(min = 1, max = 31) int step) {
        String code = code(seed, ~seed);
        String letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        char other = letters.charAt((letters.indexOf(code.charAt(place)) + step) % LETTERS);
        assertThat(CodeText.checks(code)).isTrue();
        assertThat(CodeText.checks(code.substring(0, place) + other + code.substring(place + 1)))
                .isFalse();
    }

    @Property
    void a_code_is_made_again_by_the_same_key_alone(@ForAll long seed, @ForAll byte salt) {
        byte[] key = new byte[SecretSeal.MIN_KEY];
        key[0] = (byte) (salt | 1);

        assertThat(code(seed, seed)).isEqualTo(code(seed, seed));
        assertThat(source(seed, seed).code(SecretSeal.keyed(key)).value()).isNotEqualTo(code(seed, seed));
        assertThat(CodeText.read(code(seed, seed))).isEqualTo(code(seed, seed));
    }

    private static String code(long high, long low) {
        return source(high, low).code(SEAL).value();
    }

    private static CodeSource source(long high, long low) {
        return new CodeSource(
                CARD, HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low));
    }
}
