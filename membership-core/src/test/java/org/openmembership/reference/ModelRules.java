package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a club, as far as the model knows them.
 *
 * @param life of new points after the day they are earned, null for ever
 * @param idle what ends points of who is inactive, null for nothing
 */
public record ModelRules(
        ZoneId zone,
        @Nullable Period life,
        @Nullable Idle idle,
        Spending spending,
        Transfer transfer,
        Earning earning,
        Refunding refunding) {
    public static final Duration LONGEST_HOLD = Duration.ofHours(24);
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What to do about points that are gone when they are to be taken back. */
    public enum Gone {
        DEBT,
        REFUSE,
        WRITE_OFF
    }

    /** The life of points that were moved. */
    public enum Moved {
        KEEP,
        EARLIER_OF_BOTH,
        RENEW
    }

    /**
     * Points lapse when nothing has happened for a while.
     *
     * @param period from the last day on which something did to the last on which they count
     * @param earning whether a sale that earns is something
     * @param spending whether a redemption is
     */
    public record Idle(Period period, boolean earning, boolean spending) {}

    public record Spending(
            boolean oldestFirst, long minimum, long offlineLimit, Gone gone, Period grace, boolean lateCaptures) {}

    public record Transfer(BigDecimal factor, Period minimumLife, Moved moved) {}

    /**
     * How sales earn.
     *
     * @param points for each {@code per} of an amount
     * @param special points for each piece of a special article, instead
     * @param minimum a sale below it earns nothing
     * @param maxLate how old a sale may be
     * @param base which amount counts
     */
    public record Earning(
            BigDecimal points,
            BigDecimal per,
            BigDecimal special,
            BigDecimal minimum,
            Steps rounding,
            Duration maxLate,
            Base base) {
        public static final Earning NOTHING = new Earning(
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new Steps(100, RoundingMode.DOWN),
                Duration.ofDays(3_660),
                new Base(false, false));
    }

    /**
     * Money of goods that come back.
     *
     * @param moneyToo whether it may be paid back as points, beyond what was paid with them
     * @param perPoint what a point is worth
     */
    public record Refunding(boolean moneyToo, BigDecimal perPoint) {
        public static final Refunding NONE = new Refunding(false, BigDecimal.ZERO);
    }

    /** Which amount counts: without tax or with it, and whether what was paid with points earns. */
    public record Base(boolean net, boolean paidWithPoints) {}

    /** Points are handed out in steps of so many hundredths. */
    public record Steps(long hundredths, RoundingMode mode) {}

    /** The same rules, but sales earn so many whole points for an amount. */
    public ModelRules earning(String points, String per) {
        Earning plain = new Earning(
                new BigDecimal(points),
                new BigDecimal(per),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Earning.NOTHING.rounding,
                Earning.NOTHING.maxLate,
                Earning.NOTHING.base);
        return new ModelRules(zone, life, idle, spending, transfer, plain, refunding);
    }

    /** The same rules, but money is paid back as points of such a worth. */
    public ModelRules refunding(String perPoint) {
        return new ModelRules(
                zone, life, idle, spending, transfer, earning, new Refunding(true, new BigDecimal(perPoint)));
    }

    Instant endOfNew(Instant earnedAt) {
        return life == null ? NEVER : endOf(day(earnedAt).plus(life));
    }

    /** The end of points if nothing happens after {@code at}. */
    Instant endOfIdle(Instant at) {
        return idle == null ? NEVER : endOf(day(at).plus(idle.period));
    }

    boolean isActivity(ModelAccount.Entry entry) {
        if (idle == null) {
            return false;
        }
        return entry.kind.equals("SALE") && entry.points > 0 && idle.earning
                || entry.kind.equals("REDEMPTION") && idle.spending;
    }

    Instant endOfGrace(Instant at) {
        return spending.grace.isZero() ? Instant.MIN : endOf(day(at).plus(spending.grace));
    }

    /** What is moved must lapse later than this. */
    Instant mustOutlive(Instant at) {
        return transfer.minimumLife.isZero()
                ? at
                : day(at).plus(transfer.minimumLife).atStartOfDay(zone).toInstant();
    }

    Instant endOfMoved(Instant end, Instant at) {
        Instant renewed = endOfNew(at);
        return switch (transfer.moved) {
            case KEEP -> end;
            case RENEW -> renewed;
            case EARLIER_OF_BOTH -> end.isBefore(renewed) ? end : renewed;
        };
    }

    /** Rounded by the club, unless nothing is lost on the way; never more than was sent. */
    long arriving(long points) {
        if (transfer.factor.signum() == 0 || transfer.factor.compareTo(BigDecimal.ONE) == 0) {
            return points;
        }
        Steps rounding = earning.rounding;
        BigDecimal step = BigDecimal.valueOf(rounding.hundredths);
        BigDecimal rounded = BigDecimal.valueOf(points)
                .multiply(transfer.factor)
                .divide(step, 0, rounding.mode)
                .multiply(step);
        return Math.min(rounded.longValueExact(), points);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
