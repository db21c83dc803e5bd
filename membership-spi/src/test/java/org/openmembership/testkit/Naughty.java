package org.openmembership.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.openmembership.customer.PersonName;
import org.openmembership.shared.Texts;

/** Strings that break careless software, as far as our codes take them; what they refuse never reaches a storage. */
final class Naughty {
    private Naughty() {}

    /** Different strings of at most {@code maxLength} characters that every code takes; never print them. */
    static List<String> strings(int maxLength) {
        return Stream.concat(own(), SharedData.naughtyStrings().stream())
                .filter(text -> Texts.problemOfCode(text, maxLength) == null)
                .distinct()
                .toList();
    }

    /** Those that are something to call a person by, too. */
    static List<String> names(int maxLength) {
        return strings(maxLength).stream().filter(Naughty::isName).toList();
    }

    private static boolean isName(String text) {
        try {
            PersonName.of(text, text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** What the public list lacks: case, accents, widths and normal forms that a lax collation takes for equal. */
    private static Stream<String> own() {
        return Stream.of("a", "A", "\u00e4", "a\u0308", "\u00df", "ss", "\u212a", "k", "K", "\uff41", "\ud83d\ude00")
                .flatMap(text -> Stream.of(text, text + "\u200b", text + "'", text + "%", text + "\\"));
    }
}
