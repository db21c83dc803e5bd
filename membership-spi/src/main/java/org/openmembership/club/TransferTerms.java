package org.openmembership.club;

import java.math.BigDecimal;
import java.time.Period;

/**
 * How points move between two accounts of a club (R30, B47).
 *
 * @param factor the share that survives, above zero up to one; one is no loss. A zero given by another system means one
 * @param minimumLife only lots with at least this much life left may go
 * @param expiry which life the moved points have at the target
 * @param arrivesAs the label on what arrives, whatever the points were before; lines of journals say their own (B20)
 */
public record TransferTerms(BigDecimal factor, Period minimumLife, Expiry expiry, PointKind arrivesAs) {
    public static final TransferTerms DEFAULT = new TransferTerms(BigDecimal.ONE, Period.ZERO, Expiry.KEEP);

    /** Terms under which award points arrive. */
    public TransferTerms(BigDecimal factor, Period minimumLife, Expiry expiry) {
        this(factor, minimumLife, expiry, PointKind.AWARD);
    }

    /** The life of moved points. */
    public enum Expiry {
        /** Each lot keeps its own. */
        KEEP,
        /** The club's rule, from the day of the transfer, but never later than the lot's own end. */
        EARLIER_OF_BOTH,
        /** The club's rule, from the day of the transfer. */
        RENEW
    }

    public TransferTerms {
        factor = Decimals.notNegative("factor", factor);
        factor = factor.signum() == 0 ? BigDecimal.ONE : factor;
        if (factor.compareTo(BigDecimal.ONE) > 0 || minimumLife.isNegative()) {
            throw new IllegalArgumentException("factor must be 0 to 1 and minimumLife not below zero");
        }
    }
}
