package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a club, as far as the model knows them.
 *
 * @param life of new points after the day they are earned, null for ever
 */
public record ModelRules(ZoneId zone, @Nullable Period life, Spending spending, Transfer transfer) {
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

    public record Spending(boolean oldestFirst, long minimum, long offlineLimit, Gone gone, Period grace) {}

    public record Transfer(BigDecimal factor, Period minimumLife, Moved moved) {}

    Instant endOfNew(Instant earnedAt) {
        return life == null ? NEVER : endOf(day(earnedAt).plus(life));
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

    /** Whole points, cut toward zero, unless nothing is lost on the way. */
    long arriving(long points) {
        if (transfer.factor.signum() == 0 || transfer.factor.compareTo(BigDecimal.ONE) == 0) {
            return points;
        }
        return BigDecimal.valueOf(points, 2)
                .multiply(transfer.factor)
                .setScale(0, RoundingMode.DOWN)
                .movePointRight(2)
                .longValueExact();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
