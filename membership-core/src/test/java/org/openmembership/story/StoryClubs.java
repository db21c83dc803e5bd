package org.openmembership.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Base.PaidWithPoints;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.Inactivity;
import org.openmembership.club.Inactivity.Activity;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.Scheme;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.club.TransferTerms;
import org.openmembership.club.Validity;
import org.openmembership.reference.ModelRules;
import org.openmembership.reference.ModelSale;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;

/** The rules of the model as a definition of a club. */
final class StoryClubs {
    /** What a club starts with. */
    static final ModelRules UNCHANGED = new ModelRules(
            ZoneId.of("Europe/Berlin"),
            null,
            null,
            new ModelRules.Spending(false, 1, 0, ModelRules.Gone.DEBT, Period.ZERO, false),
            new ModelRules.Transfer(BigDecimal.ONE, Period.ZERO, ModelRules.Moved.KEEP),
            ModelRules.Earning.NOTHING,
            ModelRules.Refunding.NONE);

    private StoryClubs() {}

    static Club club(ClubBuilder club, ModelRules rules) {
        ModelRules.Spending spending = rules.spending();
        return earning(club, rules.earning())
                .in(CurrencyUnit.EUR, rules.zone())
                .pointValue(PointValue.of(
                        CurrencyUnit.EUR, rules.refunding().perPoint().toPlainString()))
                .expiry(rules.life() == null ? ExpiryRule.never() : ExpiryRule.after(rules.life()))
                .inactivity(inactivity(rules.idle()))
                .spending(new SpendingTerms(
                        spending.oldestFirst() ? ConsumptionOrder.OLDEST_FIRST : ConsumptionOrder.NEAREST_EXPIRY,
                        tender(spending, rules.refunding()),
                        Points.ofHundredths(spending.offlineLimit()),
                        SpendingTerms.WhenSpent.valueOf(spending.gone().name()),
                        spending.grace()))
                .holds(new HoldTerms(
                        ModelRules.LONGEST_HOLD,
                        spending.lateCaptures() ? HoldTerms.WhenLate.REDEEM : HoldTerms.WhenLate.REFUSE))
                .transfer(new TransferTerms(
                        rules.transfer().factor(),
                        rules.transfer().minimumLife(),
                        TransferTerms.Expiry.valueOf(rules.transfer().moved().name())))
                .build();
    }

    /** A club with one scheme. */
    static Club books(ClubId id, ModelRules rules) {
        return club(Club.builder(id).name("Books").schemes(Scheme.byHand("books-only", "Only", 1)), rules);
    }

    private static TenderTerms tender(ModelRules.Spending spending, ModelRules.Refunding refunding) {
        return TenderTerms.of(RedemptionBounds.atLeast(Points.ofHundredths(spending.minimum())))
                .refunding(refunding.moneyToo() ? Refunds.MONEY_TOO : Refunds.SPENT_ONLY);
    }

    private static ClubBuilder earning(ClubBuilder club, ModelRules.Earning rules) {
        EarningTerms.Bounds usual = EarningTerms.Bounds.DEFAULT;
        ModelRules.Steps steps = rules.rounding();
        return club.rules(
                        PointRule.everything("base", amount(rules.points(), rules.per())),
                        rule(
                                "special",
                                10,
                                ModelSale.Article.SPECIAL,
                                new PointRate(PointRate.Basis.QUANTITY, rules.special(), BigDecimal.ONE)),
                        rule("none", 20, ModelSale.Article.WITHOUT_POINTS, amount(BigDecimal.ZERO, BigDecimal.ONE)))
                .earningBase(base(rules.base()))
                .earningBounds(new EarningTerms.Bounds(rules.minimum(), usual.maxEarly(), rules.maxLate()))
                .rounding(new RoundingRule(Points.ofHundredths(steps.hundredths()), direction(steps.mode())));
    }

    private static @Nullable Inactivity inactivity(ModelRules.@Nullable Idle idle) {
        if (idle == null) {
            return null;
        }
        Set<Activity> counts = EnumSet.noneOf(Activity.class);
        if (idle.earning()) {
            counts.add(Activity.EARN);
        }
        if (idle.spending()) {
            counts.add(Activity.SPEND);
        }
        return new Inactivity(idle.period(), counts);
    }

    private static EarningTerms.Base base(ModelRules.Base base) {
        EarningTerms.Base usual = EarningTerms.Base.DEFAULT;
        return new EarningTerms.Base(
                base.net() ? EarningTerms.Base.Tax.NET : EarningTerms.Base.Tax.GROSS,
                usual.pointTenders(),
                base.paidWithPoints() ? PaidWithPoints.INCLUDE : PaidWithPoints.EXCLUDE,
                usual.excluded());
    }

    private static PointRate amount(BigDecimal points, BigDecimal per) {
        return new PointRate(PointRate.Basis.AMOUNT, points, per);
    }

    private static PointRule rule(String id, int priority, ModelSale.Article article, PointRate rate) {
        LineCondition condition =
                LineCondition.builder().items(Set.of(Sku.of(article.name()))).build();
        return PointRule.of(id, priority, Validity.ALWAYS, condition, rate);
    }

    private static RoundingRule.Direction direction(RoundingMode mode) {
        return switch (mode) {
            case DOWN -> RoundingRule.Direction.DOWN;
            case UP -> RoundingRule.Direction.UP;
            case HALF_UP -> RoundingRule.Direction.NEAREST;
            default -> throw new IllegalArgumentException("no club rounds " + mode);
        };
    }
}
