package org.openmembership.examples.backoffice;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.openmembership.examples.foodmart.Figures;
import org.openmembership.shared.Points;

/**
 * Values as clerks read them.
 *
 * @param clock the shop's
 * @param zone whose day it is there
 */
record Words(InstantSource clock, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    String now() {
        return minute(clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** With its sign, also above zero. */
    static String signed(Points points) {
        return (points.isPositive() ? "+" : "") + Figures.of(points);
    }

    /** What a line cost, which may have more decimals than its currency. */
    static String of(BigMoney money) {
        Money rounded = money.toMoney(RoundingMode.HALF_UP);
        return rounded.toBigMoney().isEqual(money) ? Figures.of(rounded) : money.toString();
    }

    /** A constant as a word: {@code IN_STORE} is "In store". */
    static String of(Enum<?> constant) {
        String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The constants of an enum for a choice, with what stands for none of them. */
    static <E extends Enum<E>> Map<String, String> choice(String none, E[] constants) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", none);
        for (E constant : constants) {
            options.put(constant.name(), of(constant));
        }
        return options;
    }
}
