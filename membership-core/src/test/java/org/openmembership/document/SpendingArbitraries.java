package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TransferTerms;
import org.openmembership.shared.Points;

/** How points of a club may be taken, of every shape. */
final class SpendingArbitraries {
    private SpendingArbitraries() {}

    static Arbitrary<SpendingTerms> spending() {
        return Combinators.combine(
                        Arbitraries.of(ConsumptionOrder.class),
                        Arbitraries.longs().between(1, 10_000).map(Points::ofHundredths),
                        Arbitraries.longs().between(0, 10_000).map(Points::ofHundredths),
                        Arbitraries.of(SpendingTerms.WhenSpent.class),
                        ClubArbitraries.periods())
                .as(SpendingTerms::new);
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
        return Combinators.combine(factors, ClubArbitraries.periods(), Arbitraries.of(TransferTerms.Expiry.class))
                .as(TransferTerms::new);
    }
}
