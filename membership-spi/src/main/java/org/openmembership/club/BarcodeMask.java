package org.openmembership.club;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * Which scanned barcodes are cards of a club, and where in them the card number stands (B20, B27).
 *
 * <p>A text has the mask if it is as long, has the same characters in the fixed places, and a number can be cut out of it:
 * {@code 2233######?} takes 123456 out of 22331234567.
 *
 * @param pattern 2 to 40 characters: {@code #} is a place of the number, {@code ?} one that holds anything, every other
 *     character is a fixed place that holds itself
 * @param firstDay from which day of the club's on barcodes are read so; null for always
 * @param lastDay the last such day; null for ever
 */
public record BarcodeMask(
        String pattern,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {
    public static final int MAX_LENGTH = 40;
    private static final char PLACE = '#';
    private static final char ANY = '?';

    public BarcodeMask {
        Texts.requireCode("BarcodeMask", pattern, MAX_LENGTH);
        long places = pattern.chars().filter(character -> character == PLACE).count();
        if (places == 0 || places == pattern.length()) {
            throw new IllegalArgumentException(
                    "a barcode mask has places of the number (#) and others, not " + pattern);
        }
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day of the barcode mask " + pattern + " is before its first");
        }
    }

    /** A mask that holds for ever. */
    public static BarcodeMask of(String pattern) {
        return new BarcodeMask(pattern, null, null);
    }

    public boolean holdsOn(LocalDate day) {
        return (firstDay == null || !day.isBefore(firstDay)) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** How many characters a number has that is cut out. */
    public int numberLength() {
        return (int) pattern.chars().filter(character -> character == PLACE).count();
    }

    /** The card number in what was scanned; empty if that is no barcode of this mask. */
    public Optional<String> numberIn(String scanned) {
        if (scanned.length() != pattern.length()) {
            return Optional.empty();
        }
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            char read = scanned.charAt(i);
            if (wanted == PLACE) {
                number.append(read);
            } else if (wanted != ANY && wanted != read) {
                return Optional.empty();
            }
        }
        return Optional.of(number.toString());
    }
}
