package org.openmembership.club;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * How the cards of a club, or of one of its schemes, are numbered (B18, B20).
 *
 * @param id unique in the club; what has been drawn is remembered under it, so it is never used for another numbering
 * @param scheme whose cards these are; null for all schemes that have no series of their own
 * @param format what a number looks like
 * @param scanning what a scanner may leave out of it
 * @param life how long a card is good for
 */
public record CardSeries(SeriesId id, @Nullable SchemeId scheme, Format format, Scanning scanning, Life life) {
    public static final int MAX_NUMBER = 40;
    private static final int MAX_SERIAL = 18;

    public CardSeries {
        if (scanning.withoutPrefix() && format.prefix().isEmpty()
                || scanning.withoutCheck() && format.check() == CheckDigits.NONE) {
            throw new IllegalArgumentException("card series " + id + " has nothing that a scanner could leave out");
        }
        boolean bothWays = scanning.withoutPrefix() && scanning.withoutCheck();
        if (bothWays && format.prefix().length() == format.check().length()) {
            throw new IllegalArgumentException("card series " + id
                    + ": a number without prefix could be another one without check digits, as both are equally long");
        }
    }

    /** A series of the whole club: {@code prefix}, {@code digits} digits from 1 on, and a check digit. */
    public static CardSeries of(String id, String prefix, int digits, CheckDigits check) {
        return new CardSeries(
                SeriesId.of(id), null, new Format(prefix, digits, 1, check), Scanning.AS_PRINTED, Life.FOR_EVER);
    }

    public CardSeries forScheme(SchemeId wanted) {
        return new CardSeries(id, wanted, format, scanning, life);
    }

    public CardSeries with(Scanning other) {
        return new CardSeries(id, scheme, format, other, life);
    }

    public CardSeries with(Life other) {
        return new CardSeries(id, scheme, format, scanning, other);
    }

    /**
     * What a number looks like: the prefix, the serial number with leading zeros, the check digits.
     *
     * @param prefix may be empty
     * @param digits of the serial number, 1 to 18
     * @param start the first serial number
     * @param check worked out over all digits of prefix and serial number; letters in the prefix do not count
     */
    public record Format(String prefix, int digits, long start, CheckDigits check) {
        public Format {
            if (!prefix.isEmpty()) {
                Texts.requireCode("CardSeries.prefix", prefix, MAX_NUMBER);
            }
            if (digits < 1
                    || digits > MAX_SERIAL
                    || start < 0
                    || Long.toString(start).length() > digits) {
                throw new IllegalArgumentException("a card series has 1 to " + MAX_SERIAL
                        + " digits and starts within them: " + digits + ", " + start);
            }
            int length = prefix.length() + digits + check.length();
            if (length > MAX_NUMBER) {
                throw new IllegalArgumentException(
                        "a card number has at most " + MAX_NUMBER + " characters, not " + length);
            }
            boolean twelve = prefix.length() + digits == 12 && digitsOf(prefix).equals(prefix);
            if (check == CheckDigits.EAN13 && !twelve) {
                throw new IllegalArgumentException("an EAN-13 number has twelve digits before its check digit");
            }
        }

        private static String digitsOf(String text) {
            return text.codePoints()
                    .filter(character -> character >= '0' && character <= '9')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /**
     * What a scanner may leave out (R19).
     *
     * @param withoutPrefix whether a number is known without its prefix too
     * @param withoutCheck whether a number is known without its check digits too
     */
    public record Scanning(boolean withoutPrefix, boolean withoutCheck) {
        public static final Scanning AS_PRINTED = new Scanning(false, false);
    }

    /**
     * How long a card is good for, counted from the day it is handed out.
     *
     * @param assigned of a card with a person; null for ever
     * @param unassigned of a card without one; null for ever
     */
    public record Life(@Nullable Period assigned, @Nullable Period unassigned) {
        public static final Life FOR_EVER = new Life(null, null);

        public Life {
            requirePositive(assigned);
            requirePositive(unassigned);
        }

        private static void requirePositive(@Nullable Period period) {
            if (period != null && (period.isNegative() || period.isZero())) {
                throw new IllegalArgumentException("the life of a card is above zero, not " + period);
            }
        }

        /** The last day a card handed out on {@code day} is good for, null for ever. */
        public @Nullable LocalDate lastDay(LocalDate day, boolean toSomebody) {
            Period period = toSomebody ? assigned : unassigned;
            return period == null ? null : day.plus(period);
        }
    }

    /** The highest serial number. */
    public long lastSerial() {
        return Long.parseLong("9".repeat(format.digits()));
    }

    /** The number as it is printed. */
    public String number(long serial) {
        return format.prefix() + counted(serial) + check(serial);
    }

    /** Whether anything that a scanner may read from a card has this length. */
    boolean scansAsLongAs(int length) {
        return scans(format.start()).stream().anyMatch(scan -> scan.length() == length);
    }

    /** All that a scanner may read from the card, the printed number first. */
    public Set<String> scans(long serial) {
        String counted = counted(serial);
        Set<String> scans = new LinkedHashSet<>();
        scans.add(number(serial));
        if (scanning.withoutPrefix()) {
            scans.add(counted + check(serial));
        }
        if (scanning.withoutCheck()) {
            scans.add(format.prefix() + counted);
        }
        if (scanning.withoutPrefix() && scanning.withoutCheck()) {
            scans.add(counted);
        }
        return scans;
    }

    /** The serial number of a printed number; empty if it is none of this series. */
    public OptionalLong serial(String printed) {
        int from = format.prefix().length();
        int to = from + format.digits();
        boolean fits = printed.startsWith(format.prefix())
                && printed.length() == to + format.check().length();
        if (!fits || !Format.digitsOf(printed.substring(from, to)).equals(printed.substring(from, to))) {
            return OptionalLong.empty();
        }
        long serial = Long.parseLong(printed.substring(from, to));
        return serial >= format.start() && number(serial).equals(printed)
                ? OptionalLong.of(serial)
                : OptionalLong.empty();
    }

    private String check(long serial) {
        return format.check().of(Format.digitsOf(format.prefix()) + counted(serial));
    }

    private String counted(long serial) {
        if (serial < format.start() || serial > lastSerial()) {
            throw new IllegalArgumentException("card series " + id + " has no serial number " + serial);
        }
        String digits = Long.toString(serial);
        return "0".repeat(format.digits() - digits.length()) + digits;
    }
}
