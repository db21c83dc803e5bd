package org.openmembership.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.club.Club;
import org.openmembership.club.TransferTerms;
import org.openmembership.ledger.AccountLedger.Portion;
import org.openmembership.ledger.Lot;
import org.openmembership.shared.Points;

/** What arrives of portions that left: the factor's share of the whole, rounded once, with the life the club gives it (R30). */
final class TransferArrival {
    private TransferArrival() {}

    /** How much arrives of {@code points}. */
    static Points of(Points points, Club club) {
        BigDecimal factor = club.terms().transfer().factor();
        boolean lossless = factor.compareTo(BigDecimal.ONE) == 0;
        return lossless
                ? points
                : club.points()
                        .rounding()
                        .round(points.toBigDecimal().multiply(factor))
                        .min(points);
    }

    /** The portions that arrive; together exactly what {@link #of} says of their sum. */
    static List<Portion> of(List<Portion> left, Instant at, Club club) {
        Points whole = Points.ZERO;
        for (Portion portion : left) {
            whole = whole.plus(portion.points());
        }
        Points arriving = of(whole, club);
        List<Portion> arrived = new ArrayList<>();
        Points gone = Points.ZERO;
        Points given = Points.ZERO;
        for (Portion portion : left) {
            gone = gone.plus(portion.points());
            Points upToHere = share(arriving, gone, whole);
            if (given.isLessThan(upToHere)) {
                arrived.add(new Portion(upToHere.minus(given), life(portion.life(), at, club)));
            }
            given = upToHere;
        }
        return arrived;
    }

    private static Points share(Points arriving, Points gone, Points whole) {
        BigDecimal part = arriving.toBigDecimal().multiply(gone.toBigDecimal());
        return Points.of(part.divide(whole.toBigDecimal(), Points.SCALE, RoundingMode.DOWN));
    }

    private static Lot.Life life(Lot.Life before, Instant at, Club club) {
        Instant renewed = club.lapsesAt(at);
        TransferTerms.Expiry expiry = club.terms().transfer().expiry();
        Instant end = switch (expiry) {
            case KEEP -> before.endsAt();
            case RENEW -> renewed;
            case EARLIER_OF_BOTH -> renewed.isBefore(before.endsAt()) ? renewed : before.endsAt();
        };
        return new Lot.Life(before.earnedAt(), at, end);
    }
}
