package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.PointKind;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.TransferTerms;
import org.openmembership.shared.Points;

/** How points of a club may be taken, of every shape. */
final class SpendingArbitraries {
    private SpendingArbitraries() {}

    static Arbitrary<SpendingTerms> spending(int schemes) {
        return Combinators.combine(
                        Arbitraries.of(ConsumptionOrder.class),
                        tender(schemes),
                        Arbitraries.longs().between(0, 10_000).map(Points::ofHundredths),
                        Arbitraries.of(SpendingTerms.WhenSpent.class),
                        ClubArbitraries.periods())
                .as(SpendingTerms::new);
    }

    private static Arbitrary<TenderTerms> tender(int schemes) {
        Arbitrary<SchemeId> scheme =
                Arbitraries.integers().between(0, schemes - 1).map(ClubArbitraries::scheme);
        return Combinators.combine(
                        bounds(),
                        Arbitraries.maps(scheme, bounds()).ofMaxSize(schemes),
                        itemOffers(schemes),
                        Arbitraries.of(TenderTerms.Refunds.class))
                .as(TenderTerms::new);
    }

    private static Arbitrary<List<ItemOffer>> itemOffers(int schemes) {
        Arbitrary<Points> points = Arbitraries.longs().between(1, 10_000).map(Points::ofHundredths);
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(2);
        return Combinators.combine(
                        ClubArbitraries.states(),
                        ClubArbitraries.choices(),
                        ConditionArbitraries.conditions(schemes),
                        prices,
                        points)
                .as((state, choice, condition, price, taken) ->
                        new ItemOffer(RuleId.of("item"), state, choice, condition, price, taken))
                .list()
                .ofMaxSize(1);
    }

    private static Arbitrary<RedemptionBounds> bounds() {
        Arbitrary<Points> points = Arbitraries.longs().between(1, 10_000).map(Points::ofHundredths);
        Arbitrary<RedemptionBounds.Stretch> stretch = Combinators.combine(
                        Arbitraries.integers().between(1, 366), Arbitraries.of(RedemptionBounds.Stretch.Unit.class))
                .as(RedemptionBounds.Stretch::new);
        Arbitrary<RedemptionBounds.Limit> limit = Combinators.combine(
                        points,
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(0, 2),
                        stretch)
                .as((some, times, which, per) ->
                        new RedemptionBounds.Limit(which == 1 ? null : some, which == 2 ? null : times, per));
        Arbitrary<BigDecimal> share = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), BigDecimal.ONE)
                .ofScale(2);
        return Combinators.combine(
                        points, points, share, limit.injectNull(0.5), Arbitraries.of(RedemptionBounds.Use.class))
                .as(RedemptionBounds::new);
    }

    static Arbitrary<HoldTerms> holds() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000).map(Duration::ofSeconds),
                        Arbitraries.of(HoldTerms.WhenLate.class))
                .as(HoldTerms::new);
    }

    static Arbitrary<TransferTerms> transfer() {
        Arbitrary<BigDecimal> factors = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(4);
        return Combinators.combine(
                        factors,
                        ClubArbitraries.periods(),
                        Arbitraries.of(TransferTerms.Expiry.class),
                        Arbitraries.of(PointKind.class))
                .as(TransferTerms::new);
    }
}
