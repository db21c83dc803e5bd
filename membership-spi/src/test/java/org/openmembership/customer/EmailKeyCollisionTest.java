package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** Every code point there is, in either part of an address. */
@Requirement({"B2", "S4", "R1"})
class EmailKeyCollisionTest {
    @Test
    void no_two_local_parts_share_a_key_but_ascii_cases_and_canonical_twins() {
        Map<String, String> seen = new HashMap<>();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String local = "x" + Character.toString(character) + "y";
            keyOf(local + "@example.org").ifPresent(key -> {
                String earlier = seen.putIfAbsent(key, local);
                assertThat(earlier == null || areTwins(earlier, local))
                        .as("U+%s", Integer.toHexString(local.codePointAt(1)))
                        .isTrue();
            });
        }
        assertThat(seen).hasSizeGreaterThan(100_000);
    }

    @Test
    void no_character_beyond_ascii_makes_an_ascii_local_part() {
        for (int character = 0x80; character <= Character.MAX_CODE_POINT; character++) {
            String address = "x" + Character.toString(character) + "y@example.org";
            keyOf(address).ifPresent(key -> assertThat(key.chars()).anyMatch(c -> c > 0x7f));
        }
    }

    @Test
    void no_two_domains_share_a_key_but_ascii_cases_and_all_are_ascii() {
        Map<String, String> seen = new HashMap<>();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String domain = "x" + Character.toString(character) + "y.org";
            keyOf("ada@" + domain).ifPresent(key -> {
                String earlier = seen.putIfAbsent(key, domain);
                assertThat(earlier == null || asciiUpper(earlier).equals(asciiUpper(domain)))
                        .as(domain)
                        .isTrue();
            });
        }
        // letters, digits, a hyphen, and the dot that makes two labels: nothing beyond ASCII
        assertThat(seen).hasSize(26 + 10 + 2);
    }

    private static Optional<String> keyOf(String address) {
        try {
            return Optional.of(EmailAddress.international(address).key().value());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean areTwins(String one, String other) {
        boolean ascii = (one + other).chars().allMatch(c -> c < 0x80);
        boolean cases = ascii && asciiUpper(one).equals(asciiUpper(other));
        return cases || nfc(one).equals(nfc(other));
    }

    private static String asciiUpper(String text) {
        StringBuilder upper = new StringBuilder();
        text.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return upper.toString();
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
