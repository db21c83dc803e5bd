package org.openmembership.club;

import java.time.Period;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ReviewTerms.Gauge;

/**
 * What a scheme settles for itself, before its club (R47).
 *
 * @param tenure how long it holds once it was entered
 * @param entry what is counted for entering it, null for what the club counts
 * @param keep what is counted for staying in it, null for what the club counts
 * @param paid by what it can be bought, null where it cannot
 */
public record SchemeTerms(
        Tenure tenure,
        @Nullable Gauge entry,
        @Nullable Gauge keep,
        @Nullable PaidTerm paid) {
    public static final SchemeTerms DEFAULT = new SchemeTerms(Tenure.WHILE_KEPT, null, null, null);

    /** Holds once it was entered for as long as {@code tenure} says. */
    public SchemeTerms holding(Tenure other) {
        return new SchemeTerms(other, entry, keep, paid);
    }

    public SchemeTerms enteredBy(Gauge gauge) {
        return new SchemeTerms(tenure, gauge, keep, paid);
    }

    public SchemeTerms keptBy(Gauge gauge) {
        return new SchemeTerms(tenure, entry, gauge, paid);
    }

    public SchemeTerms soldFor(PaidTerm term) {
        return new SchemeTerms(tenure, entry, keep, term);
    }

    /**
     * What a purchase of the scheme gives.
     *
     * @param period how long it holds; one bought before it ends begins behind it
     * @param price what the host asks for, in the club's currency; told, never charged here
     * @param refund what of the price is given back with what is left of the term
     */
    public record PaidTerm(Period period, BigMoney price, Refund refund) {
        /** What of the price of a term is given back. */
        public enum Refund {
            /** The share of the days that are left, today included. */
            PRO_RATA,
            /** All of it, as long as anything is left. */
            WHOLE,
            /** Nothing: a term is not given back. */
            NONE
        }

        /** A term of which the days that are left are given back. */
        public PaidTerm(Period period, BigMoney price) {
            this(period, price, Refund.PRO_RATA);
        }

        public PaidTerm {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("a paid term must be above zero, but is " + period);
            }
            price = BigMoney.of(price.getCurrencyUnit(), Decimals.notNegative("price", price.getAmount()));
        }
    }
}
