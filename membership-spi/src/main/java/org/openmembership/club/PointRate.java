package org.openmembership.club;

import java.math.BigDecimal;

/**
 * How many points a base gives: {@code points} for each {@code per} of it, in proportion and unrounded.
 *
 * <p>{@code PointRate.amount("1", "10")} gives one point for ten units of money, so 676.00 gives 67.6 before the club
 * rounds (C53).
 *
 * @param basis what is counted
 * @param points zero or more
 * @param per above zero; for {@link Basis#VISIT} a number of visits
 */
public record PointRate(Basis basis, BigDecimal points, BigDecimal per) {
    /** What a rule counts. */
    public enum Basis {
        /** The amount of the lines it matches, in the club's currency. */
        AMOUNT,
        /** The quantity of the lines it matches. */
        QUANTITY,
        /** The sale itself, once, if any of its lines matches. */
        VISIT,
        /**
         * What of the amount of the lines it matches was paid with the tenders the rule names, each line in proportion (B25,
         * B26); with a rule that names none it is the whole amount.
         */
        TENDER
    }

    public PointRate {
        points = Decimals.notNegative("PointRate.points", points);
        per = Decimals.positive("PointRate.per", per);
    }

    public static PointRate amount(String points, String per) {
        return new PointRate(Basis.AMOUNT, new BigDecimal(points), new BigDecimal(per));
    }

    public static PointRate quantity(String points, String per) {
        return new PointRate(Basis.QUANTITY, new BigDecimal(points), new BigDecimal(per));
    }

    public static PointRate visit(String points) {
        return new PointRate(Basis.VISIT, new BigDecimal(points), BigDecimal.ONE);
    }
}
