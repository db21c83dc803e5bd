package org.openmembership.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmembership.user.CommonPasswords;
import org.openmembership.user.Password;

/**
 * A built-in list of passwords and of words that passwords are made of (S11).
 *
 * <p>Upper and lower case are the same, digits and signs at the end do not help, and neither does saying a word, a digit or a
 * short sequence again and again. A host that wants a list of leaked passwords brings its own. Immutable and thread-safe.
 */
public final class WellKnownPasswords implements CommonPasswords {
    private static final String LIST = "common-passwords.txt";
    private static final int LONGEST_UNIT = 4;
    private static final String ROWS =
            "01234567890123456789 09876543210987654321 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz "
                    + "qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm azertyuiopqsdfghjklmwxcvbn "
                    + "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/ 1q2w3e4r5t6y7u8i9o0p";

    private final Set<String> words;

    public WellKnownPasswords() {
        words = read();
    }

    @Override
    public boolean contains(Password password) {
        String folded = password.value().toLowerCase(Locale.ROOT);
        String bare = withoutEnding(folded);
        return ROWS.contains(folded)
                || ROWS.contains(new StringBuilder(folded).reverse())
                || words.contains(folded)
                || bare.length() >= LONGEST_UNIT && words.contains(bare)
                || repeatsItself(folded)
                || bare.length() * 2 > folded.length() && repeatsItself(bare);
    }

    /** Whether a word of the list, or hardly anything, is said twice or more and makes up the whole. */
    private boolean repeatsItself(String text) {
        for (int unit = 1; unit <= text.length() / 2; unit++) {
            String first = text.substring(0, unit);
            boolean repeated =
                    text.equals(first.repeat(text.length() / unit) + text.substring(0, text.length() % unit));
            if (repeated && (unit <= LONGEST_UNIT || words.contains(first) || words.contains(withoutEnding(first)))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutEnding(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Set<String> read() {
        InputStream list =
                Objects.requireNonNull(WellKnownPasswords.class.getResourceAsStream(LIST), "the list is in this jar");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
