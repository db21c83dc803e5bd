package org.openmembership.club;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.TenderType;

/**
 * How a club hands out points (R33-R36).
 *
 * @param rules in no particular order; ids unique together with those of offers and events
 * @param offers worked out after the rules
 * @param base which amount of a line counts, and what of it does not
 * @param bounds which sales count
 * @param policies how rules are chosen, what bounds their sum, and when its points can be used
 * @param events what gives points besides what sales are worth
 */
public record EarningTerms(
        List<PointRule> rules,
        List<PointOffer> offers,
        Base base,
        Bounds bounds,
        Policies policies,
        List<EventRule> events) {
    public static final EarningTerms NOTHING =
            new EarningTerms(List.of(), List.of(), Base.DEFAULT, Bounds.DEFAULT, Policies.DEFAULT);

    /** Terms under which only sales earn. */
    public EarningTerms(List<PointRule> rules, List<PointOffer> offers, Base base, Bounds bounds, Policies policies) {
        this(rules, offers, base, bounds, policies, List.of());
    }

    public EarningTerms {
        rules = List.copyOf(rules);
        offers = List.copyOf(offers);
        Set<RuleId> seen = new HashSet<>();
        rules.forEach(rule -> requireNew(seen, rule.id()));
        offers.forEach(offer -> requireNew(seen, offer.id()));
        events = List.copyOf(events);
        events.forEach(event -> requireNew(seen, event.id()));
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
     * @param pointTenders tenders that are points of the club
     * @param paidWithPoints whether the share of the sale that was paid with them earns
     * @param excluded articles that neither earn nor count for the least sale: one filter that holds is enough
     */
    public record Base(
            Tax tax, Set<TenderType> pointTenders, PaidWithPoints paidWithPoints, LineCondition.What excluded) {
        /** The special groups by which a host marks lines that never earn (R33). */
        public static final Set<GroupCode> MARKS = Set.of(
                GroupCode.of("DELIVERY"),
                GroupCode.of("GIFT-CARD"),
                GroupCode.of("DEPOSIT"),
                GroupCode.of("NO-POINTS"));

        /** With tax; nothing for what is paid with the tender POINTS, nor for lines in one of the {@link #MARKS}. */
        public static final Base DEFAULT = new Base(
                Tax.GROSS,
                Set.of(TenderType.of("POINTS")),
                PaidWithPoints.EXCLUDE,
                new LineCondition.What(Set.of(), Set.of(), MARKS, Set.of()));

        /** With or without tax. */
        public enum Tax {
            GROSS,
            NET
        }

        /** What the part of a sale that was paid with points earns (R33). */
        public enum PaidWithPoints {
            /** Nothing. */
            EXCLUDE,
            /** As much as any other. */
            INCLUDE
        }

        public Base {
            pointTenders = Set.copyOf(pointTenders);
        }
    }

    /**
     * Which sales count.
     *
     * @param minimumSale a sale below this amount earns nothing; what it takes back it takes all the same
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

    /**
     * What a club does with what its rules give.
     *
     * @param choice which of the rules that match a line are used
     * @param caps the most an account gets by all rules and offers together, after rounding; all of them hold
     * @param pendingDays how many days after the sale its points can be used; 0 at once, at most 3,660 (D35)
     * @param returns what goods that come back take of the points they earned
     * @param claimWindow how long after a sale that nobody was named on somebody may claim it; zero never (R40)
     * @param deferral when sales are posted (A59)
     */
    public record Policies(
            RuleChoice choice,
            List<PointCap> caps,
            int pendingDays,
            Returns returns,
            Duration claimWindow,
            Deferral deferral) {
        public static final Policies DEFAULT =
                new Policies(RuleChoice.HIGHEST_PRIORITY, List.of(), 0, Returns.SHARE, Duration.ofDays(30));

        /** How much a linked return takes back (R39). */
        public enum Returns {
            /** The share of a line's points that its value has of the line's. */
            SHARE,
            /** What the sale earned beyond what is left of it would have earned by the rules of then. */
            RECOMPUTE
        }

        /** Policies under which sales are posted as they are recorded. */
        public Policies(
                RuleChoice choice, List<PointCap> caps, int pendingDays, Returns returns, Duration claimWindow) {
            this(choice, caps, pendingDays, returns, claimWindow, Deferral.NONE);
        }

        /** The same, with sales posted when {@code terms} say. */
        public Policies deferring(Deferral terms) {
            return new Policies(choice, caps, pendingDays, returns, claimWindow, terms);
        }

        public Policies {
            caps = List.copyOf(caps);
            if (pendingDays < 0 || pendingDays > 3_660 || claimWindow.isNegative()) {
                throw new IllegalArgumentException("pendingDays must be 0 to 3660 and claimWindow not below zero: "
                        + pendingDays + ", " + claimWindow);
            }
        }
    }
}
