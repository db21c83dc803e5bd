package org.openmembership.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Texts as people look for them: without case, accents, widths and punctuation (R15).
 *
 * <p>For finding only: two people may well have one folded name, and two mailboxes are never compared by it (R1).
 */
public final class Folding {
    /** The most characters that a folded word keeps; whoever types more finds what begins with these. */
    public static final int MAX_WORD = 40;

    /** Letters that no decomposition takes apart, as they are written without them. */
    private static final Map<Integer, String> SPELT = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ẞ', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'Ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'Ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'Þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'Ħ', "h"),
            Map.entry((int) 'ı', "i"));

    private static final String APOSTROPHES = "'`\u00b4\u2018\u2019\u02bc\u02b9\uff07";

    private Folding() {}

    /** The words of a text: {@code "Anna-Lena O'Brien"} has {@code anna}, {@code lena} and {@code obrien}. */
    public static List<String> words(String text) {
        return split(text, false);
    }

    /** As {@link #words}, with an apostrophe between words: {@code o} and {@code brien}. */
    static List<String> wordsApart(String text) {
        return split(text, true);
    }

    /** All words in one, cut to nothing: {@code "SW1Y 4JH"} and {@code "sw1y4jh"} are the same postcode. */
    public static String joined(String text) {
        return String.join("", words(text));
    }

    private static List<String> split(String text, boolean atApostrophes) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        withoutApostrophes(text, atApostrophes).codePoints().forEach(character -> {
            if (isPartOfWord(character)) {
                word.append(folded(character));
            } else if (!isIgnored(character)) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    /** Before decomposition, which makes a space and an accent of some. */
    private static String withoutApostrophes(String text, boolean atApostrophes) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean apostrophe = APOSTROPHES.indexOf(character) >= 0;
            if (!apostrophe) {
                rest.append(character);
            } else if (atApostrophes) {
                rest.append(' ');
            }
        }
        return Normalizer.normalize(rest, Normalizer.Form.NFKD);
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /** Accents, and what nobody sees. */
    private static boolean isIgnored(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static String folded(int character) {
        String spelt = SPELT.get(character);
        return spelt == null ? Character.toString(Character.toLowerCase(Character.toUpperCase(character))) : spelt;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(cut(word.toString(), MAX_WORD));
            word.setLength(0);
        }
    }

    /** The first characters of a text, none of them halved. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
