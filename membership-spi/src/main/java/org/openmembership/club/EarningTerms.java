package org.openmembership.club;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmembership.shared.TenderType;

/**
 * How a club hands out points on sales (R33-R35).
 *
 * @param rules in no particular order; ids unique together with the offers'
 * @param offers worked out after the rules
 * @param base which amount of a line counts, and what of it does not
 * @param bounds which sales count
 */
public record EarningTerms(List<PointRule> rules, List<PointOffer> offers, Base base, Bounds bounds) {
    public static final EarningTerms NOTHING = new EarningTerms(List.of(), List.of(), Base.DEFAULT, Bounds.DEFAULT);

    public EarningTerms {
        rules = List.copyOf(rules);
        offers = List.copyOf(offers);
        Set<RuleId> seen = new HashSet<>();
        rules.forEach(rule -> requireNew(seen, rule.id()));
        offers.forEach(offer -> requireNew(seen, offer.id()));
    }

    private static void requireNew(Set<RuleId> seen, RuleId id) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException("two rules or offers have the id " + id);
        }
    }

    /**
     * Which amount counts.
     *
     * @param tax whether a line counts with its tax or without
     * @param pointTenders tenders that are points: the share of the sale paid with them earns nothing
     */
    public record Base(Tax tax, Set<TenderType> pointTenders) {
        public static final Base DEFAULT = new Base(Tax.GROSS, Set.of());

        /** With or without tax. */
        public enum Tax {
            GROSS,
            NET
        }

        public Base {
            pointTenders = Set.copyOf(pointTenders);
        }
    }

    /**
     * Which sales count.
     *
     * @param minimumSale a sale below this amount earns nothing
     * @param maxEarly how far a till's clock may be ahead of ours
     * @param maxLate how old a sale may be when it arrives
     */
    public record Bounds(BigDecimal minimumSale, Duration maxEarly, Duration maxLate) {
        public static final Bounds DEFAULT = new Bounds(BigDecimal.ZERO, Duration.ofDays(1), Duration.ofDays(3_660));

        public Bounds {
            minimumSale = Decimals.notNegative("minimumSale", minimumSale);
            if (maxEarly.isNegative() || maxLate.isNegative()) {
                throw new IllegalArgumentException("maxEarly and maxLate must not be below zero");
            }
        }
    }
}
