package org.openmembership.statistics;

import java.math.BigInteger;
import org.joda.money.BigMoney;
import org.openmembership.shared.Points;

/**
 * How many of the open points will presumably lapse, by the run-off of a stretch of time: of the points that ended in it,
 * lapsed or used, as many lapsed as will lapse of those that are open.
 *
 * @param lapsed points that lapsed in it, zero or more
 * @param used points that were redeemed in it and not given back, zero or more
 * @param open points now
 * @param expected of them, cut to hundredths; zero where nothing ended
 * @param value of these by the club's value of now
 */
public record Breakage(Points lapsed, Points used, Points open, Points expected, BigMoney value) {
    static Points expected(Points lapsed, Points used, Points open) {
        long ended = Math.addExact(lapsed.hundredths(), used.hundredths());
        if (ended == 0) {
            return Points.ZERO;
        }
        return Points.ofHundredths(BigInteger.valueOf(open.hundredths())
                .multiply(BigInteger.valueOf(lapsed.hundredths()))
                .divide(BigInteger.valueOf(ended))
                .longValueExact());
    }
}
