package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Inactivity;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Publication;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.Validity;
import org.openmembership.shared.Points;
import org.openmembership.shared.TenderType;

/** Clubs of every shape, over a few codes so that rules and lines meet. */
public final class ClubArbitraries {
    private ClubArbitraries() {}

    public static Arbitrary<Club> clubs() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(count -> Combinators.combine(
                                SchemeArbitraries.schemes(count),
                                points(),
                                terms(count),
                                names(),
                                zones(),
                                Arbitraries.integers().between(0, count - 1),
                                AccountArbitraries.terms(scheme(0)))
                        .as((schemes, points, terms, name, zone, start, accounts) -> new Club(
                                ClubId.of("club"),
                                name,
                                new Club.Place(CurrencyUnit.EUR, zone),
                                points,
                                terms,
                                accounts,
                                schemes,
                                scheme(start))));
    }

    public static Arbitrary<List<PointRule>> rules(int schemes) {
        return Combinators.combine(states(), choices(), ConditionArbitraries.conditions(schemes), rewards())
                .as((state, choice, condition, reward) ->
                        new PointRule(RuleId.of("unnamed"), state, choice, condition, reward))
                .list()
                .ofMaxSize(12)
                .map(ClubArbitraries::namedRules);
    }

    public static Arbitrary<List<PointOffer>> offers(int schemes) {
        return Combinators.combine(states(), choices(), ConditionArbitraries.conditions(schemes), effects())
                .as((state, choice, condition, effect) ->
                        new PointOffer(RuleId.of("unnamed"), state, choice, condition, effect))
                .list()
                .ofMaxSize(8)
                .map(ClubArbitraries::namedOffers);
    }

    public static SchemeId scheme(int number) {
        return SchemeId.of("scheme-" + number);
    }

    private static List<PointRule> namedRules(List<PointRule> rules) {
        List<PointRule> named = new ArrayList<>();
        for (PointRule rule : rules) {
            RuleId id = RuleId.of("rule-" + named.size());
            named.add(new PointRule(id, rule.state(), rule.choice(), rule.condition(), rule.reward()));
        }
        return named;
    }

    private static List<PointOffer> namedOffers(List<PointOffer> offers) {
        List<PointOffer> named = new ArrayList<>();
        for (PointOffer offer : offers) {
            RuleId id = RuleId.of("offer-" + named.size());
            named.add(new PointOffer(id, offer.state(), offer.choice(), offer.condition(), offer.effect()));
        }
        return named;
    }

    private static Arbitrary<Club.PointTerms> points() {
        Arbitrary<RoundingRule> rounding = Combinators.combine(
                        Arbitraries.longs().between(1, 1_000).map(Points::ofHundredths),
                        Arbitraries.of(RoundingRule.Direction.class))
                .as(RoundingRule::new);
        Arbitrary<PointValue> value = decimals(6).map(amount -> new PointValue(BigMoney.of(CurrencyUnit.EUR, amount)));
        Arbitrary<ExpiryRule> expiry = Arbitraries.oneOf(
                Arbitraries.just(ExpiryRule.never()),
                periods().map(ExpiryRule::after),
                Combinators.combine(
                                Arbitraries.integers().between(1, 12),
                                Arbitraries.integers().between(1, 28))
                        .as((month, day) -> new ExpiryRule.FixedDayOfNextYear(MonthDay.of(month, day))),
                Combinators.combine(Arbitraries.of(ExpiryRule.EndOf.Unit.class), periods())
                        .as(ExpiryRule.EndOf::new));
        Arbitrary<Inactivity> inactivity = Combinators.combine(
                        Arbitraries.integers().between(1, 36),
                        Arbitraries.of(Inactivity.Activity.class).set().ofMinSize(1))
                .as((months, counts) -> new Inactivity(Period.ofMonths(months), counts));
        return Combinators.combine(rounding, value, expiry, inactivity.injectNull(0.5))
                .as(Club.PointTerms::new);
    }

    private static Arbitrary<Club.Terms> terms(int schemes) {
        return Combinators.combine(
                        earning(schemes),
                        SpendingArbitraries.spending(schemes),
                        SpendingArbitraries.holds(),
                        SpendingArbitraries.transfer(),
                        SchemeArbitraries.review())
                .as(Club.Terms::new);
    }

    private static Arbitrary<EarningTerms> earning(int schemes) {
        Arbitrary<EarningTerms.Base> base = Combinators.combine(
                        Arbitraries.of(EarningTerms.Base.Tax.class),
                        ConditionArbitraries.some(ConditionArbitraries.codes("tender-", 3, TenderType::of)),
                        Arbitraries.of(EarningTerms.Base.PaidWithPoints.class),
                        ConditionArbitraries.what())
                .as(EarningTerms.Base::new);
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, 1_000_000).map(Duration::ofSeconds);
        Arbitrary<EarningTerms.Bounds> bounds =
                Combinators.combine(decimals(6), durations, durations).as(EarningTerms.Bounds::new);
        return Combinators.combine(
                        rules(schemes), offers(schemes), base, bounds, policies(), EventArbitraries.events(schemes))
                .as(EarningTerms::new);
    }

    private static Arbitrary<EarningTerms.Policies> policies() {
        return Combinators.combine(
                        Arbitraries.of(RuleChoice.class),
                        caps(),
                        Arbitraries.of(0, 0, 7),
                        Arbitraries.of(EarningTerms.Policies.Returns.class),
                        Arbitraries.longs().between(0, 100).map(Duration::ofDays))
                .as(EarningTerms.Policies::new);
    }

    static Arbitrary<List<PointCap>> caps() {
        Arbitrary<PointCap> cap = Combinators.combine(
                        Arbitraries.of(PointCap.Span.class),
                        Arbitraries.longs().between(1, 100_000).map(Points::ofHundredths))
                .as(PointCap::new);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(1, cap.list().ofMinSize(1).ofMaxSize(2)));
    }

    static Arbitrary<PointRule.Choice> choices() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 20)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                .injectNull(0.4);
        Arbitrary<Validity> validity = Combinators.combine(days, days)
                .as((one, other) -> one != null && other != null && other.isBefore(one)
                        ? new Validity(other, one)
                        : new Validity(one, other));
        return Combinators.combine(Arbitraries.integers().between(-1, 2), validity)
                .as(PointRule.Choice::new);
    }

    private static Arbitrary<PointRule.Reward> rewards() {
        Arbitrary<PointRate> rates = Combinators.combine(
                        Arbitraries.of(PointRate.Basis.class),
                        decimals(3),
                        decimals(2).map(BigDecimal.ONE::add))
                .as(PointRate::new);
        return Combinators.combine(rates, Arbitraries.of(PointKind.class), caps())
                .as(PointRule.Reward::new);
    }

    private static Arbitrary<PointOffer.Effect> effects() {
        Arbitrary<Points> points = Arbitraries.longs().between(0, 100_000).map(Points::ofHundredths);
        return Arbitraries.oneOf(
                decimals(2).map(PointOffer.Effect.Factor::new),
                decimals(2).map(PointOffer.Effect.DiscountFactor::new),
                points.map(PointOffer.Effect.AdditionalPerUnit::new),
                points.map(PointOffer.Effect.ReplacementPerUnit::new));
    }

    static Arbitrary<Publication> states() {
        return Arbitraries.of(Publication.PUBLISHED, Publication.PUBLISHED, Publication.PUBLISHED, Publication.DRAFT);
    }

    static Arbitrary<BigDecimal> decimals(int scale) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000))
                .ofScale(scale);
    }

    static Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 40))
                .as((months, days) -> Period.of(0, months, days));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcXYZ \"\\/äß漢'<>")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> name.equals(name.strip()));
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Berlin", "America/St_Johns", "UTC", "+05:30", "Pacific/Apia")
                .map(ZoneId::of);
    }
}
