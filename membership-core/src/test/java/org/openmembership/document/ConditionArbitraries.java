package org.openmembership.document;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.LineCondition;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.TimeWindow;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/** Conditions over a few codes, so that rules and lines meet. */
public final class ConditionArbitraries {
    private ConditionArbitraries() {}

    static Arbitrary<LineCondition> conditions(int schemes) {
        Arbitrary<LineCondition.What> except =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(LineCondition.What.NOTHING)), Tuple.of(1, what()));
        Arbitrary<LineCondition.Least> least = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(LineCondition.Least.NOTHING)),
                Tuple.of(1, Combinators.combine(bounds(100), bounds(5)).as(LineCondition.Least::new)));
        return Combinators.combine(what(), except, least, where(), who(schemes)).as(LineCondition::new);
    }

    static Arbitrary<LineCondition.What> what() {
        return Combinators.combine(
                        some(codes("sku-", 4, Sku::of)),
                        some(codes("category-", 4, GroupCode::of)),
                        some(codes("group-", 3, GroupCode::of)),
                        some(codes("promotion-", 3, PromotionCode::of)))
                .as(LineCondition.What::new);
    }

    private static Arbitrary<LineCondition.Where> where() {
        return Combinators.combine(
                        some(codes("store-", 2, StoreCode::of)),
                        some(codes("channel-", 2, Channel::of)),
                        some(codes("tender-", 3, TenderType::of)),
                        rarely(Arbitraries.of(CurrencyUnit.EUR, CurrencyUnit.USD)),
                        some(Arbitraries.of(DayOfWeek.class)),
                        hours().injectNull(0.8))
                .as(LineCondition.Where::new);
    }

    private static Arbitrary<LineCondition.Who> who(int schemes) {
        return Combinators.combine(
                        some(Arbitraries.integers().between(0, schemes - 1).map(ClubArbitraries::scheme)),
                        rarely(codes("account-", 2, RuleAccount::of)),
                        rarely(codes("prices-", 2, PriceGroup::of)),
                        rarely(codes("attribute-", 3, AttributeCode::of)))
                .as(LineCondition.Who::new);
    }

    private static Arbitrary<TimeWindow> hours() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.of(quarter / 4, quarter % 4 * 15));
        return Combinators.combine(times, times)
                .filter((from, to) -> !from.equals(to))
                .as(TimeWindow::new);
    }

    private static Arbitrary<BigDecimal> bounds(int most) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(most))
                .ofScale(2);
    }

    public static <T> Arbitrary<T> codes(String prefix, int count, Function<String, T> noun) {
        return Arbitraries.integers().between(1, count).map(number -> noun.apply(prefix + number));
    }

    /** Often empty, which matches anything. */
    static <T> Arbitrary<Set<T>> some(Arbitrary<T> codes) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Set.of())),
                Tuple.of(1, codes.set().ofMinSize(1).ofMaxSize(2)));
    }

    private static <T> Arbitrary<Set<T>> rarely(Arbitrary<T> codes) {
        return Arbitraries.frequencyOf(
                Tuple.of(7, Arbitraries.just(Set.of())),
                Tuple.of(1, codes.set().ofMinSize(1).ofMaxSize(2)));
    }
}
