package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.Benefit;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;

/** Schemes and reviews of every shape. */
final class SchemeArbitraries {
    private SchemeArbitraries() {}

    static Arbitrary<List<Scheme>> schemes(int count) {
        Arbitrary<Scheme.Thresholds> thresholds = Combinators.combine(
                        amounts(), amounts(), Arbitraries.integers().between(0, 3))
                .as(SchemeArbitraries::thresholds);
        return Combinators.combine(names(), thresholds, terms(), benefits())
                .as((name, threshold, terms, given) ->
                        new Scheme(SchemeId.of("unnamed"), name, 0, threshold, terms, given))
                .list()
                .ofSize(count)
                .map(SchemeArbitraries::numbered);
    }

    static Arbitrary<ReviewTerms> review() {
        Arbitrary<ReviewTerms.Fall> falls = Combinators.combine(
                        Arbitraries.of(ReviewTerms.Downgrade.class),
                        Arbitraries.integers().between(0, 40).map(Period::ofDays))
                .as(ReviewTerms.Fall::new);
        Arbitrary<ReviewTerms.Pace> paces = Combinators.combine(
                        periods(),
                        Arbitraries.of(ReviewTerms.Effect.class),
                        Arbitraries.integers().between(1, 30))
                .as(ReviewTerms.Pace::new);
        Arbitrary<ReviewTerms.Force> forces = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(ReviewTerms.Edited.class))
                .as(ReviewTerms.Force::new);
        return Combinators.combine(gauges(), gauges(), falls, paces, forces).as(ReviewTerms::new);
    }

    private static Arbitrary<Gauge> gauges() {
        Arbitrary<Window> windows = Arbitraries.oneOf(
                periods().map(Window.Rolling::new),
                Arbitraries.of(
                        new Window.CalendarYear(),
                        new Window.MemberYear(),
                        new Window.Validity(),
                        new Window.Lifetime()));
        return Combinators.combine(Arbitraries.of(ReviewTerms.Measure.class), windows)
                .as(Gauge::new);
    }

    private static Arbitrary<SchemeTerms> terms() {
        Arbitrary<Tenure> tenures = Arbitraries.oneOf(
                Arbitraries.just(Tenure.WHILE_KEPT),
                periods().map(Tenure.For::new),
                Combinators.combine(
                                Arbitraries.of(Tenure.ToYearEnd.Year.class),
                                Arbitraries.integers().between(0, 3))
                        .as(Tenure.ToYearEnd::new));
        Arbitrary<SchemeTerms.PaidTerm> paid = Combinators.combine(
                        periods(), amounts(), Arbitraries.of(SchemeTerms.PaidTerm.Refund.class))
                .as((period, price, refund) ->
                        new SchemeTerms.PaidTerm(period, BigMoney.of(CurrencyUnit.EUR, price), refund));
        return Combinators.combine(tenures, gauges().injectNull(0.5), gauges().injectNull(0.5), paid.injectNull(0.5))
                .as(SchemeTerms::new);
    }

    static Arbitrary<List<Benefit>> benefits() {
        return Combinators.combine(Arbitraries.of(Benefit.Kind.class), names())
                .as(Benefit::new)
                .list()
                .ofMaxSize(2);
    }

    private static Scheme.Thresholds thresholds(BigDecimal one, BigDecimal other, int presence) {
        BigDecimal entry = presence % 2 == 1 ? one.max(other) : null;
        BigDecimal keep = presence >= 2 ? one.min(other) : null;
        return new Scheme.Thresholds(entry, keep);
    }

    private static List<Scheme> numbered(List<Scheme> schemes) {
        List<Scheme> numbered = new ArrayList<>();
        for (Scheme scheme : schemes) {
            int number = numbered.size();
            numbered.add(new Scheme(
                    ClubArbitraries.scheme(number),
                    scheme.name(),
                    number * 10,
                    scheme.thresholds(),
                    scheme.terms(),
                    scheme.benefits()));
        }
        return numbered;
    }

    private static Arbitrary<Period> periods() {
        return Arbitraries.integers().between(1, 400).map(Period::ofDays);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(2);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    }
}
