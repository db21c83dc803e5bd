package org.openmembership.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.openmembership.reference.ModelRules.Base;
import org.openmembership.reference.ModelRules.Earning;
import org.openmembership.reference.ModelRules.Refunding;
import org.openmembership.reference.ModelRules.Steps;
import org.openmembership.reference.ModelSale.Article;
import org.openmembership.story.Story.Back;
import org.openmembership.story.Story.Item;
import org.openmembership.story.Story.Step;

/** Sales that round, cancel out, arrive late or twice, and come back in parts. */
final class SaleStories {
    private SaleStories() {}

    static Arbitrary<Earning> earning() {
        Arbitrary<Steps> rounding = Arbitraries.of(
                new Steps(100, RoundingMode.DOWN),
                new Steps(100, RoundingMode.DOWN),
                new Steps(100, RoundingMode.HALF_UP),
                new Steps(50, RoundingMode.UP),
                new Steps(1, RoundingMode.HALF_UP),
                new Steps(300, RoundingMode.DOWN));
        return Combinators.combine(
                        decimals("1", "1", "0.1", "2.5", "0.333"),
                        decimals("1", "10", "3"),
                        decimals("5", "0.5", "7.25", "0"),
                        decimals("0", "0", "5"),
                        rounding,
                        Arbitraries.of(10, 3_660, 3_660).map(Duration::ofDays),
                        Arbitraries.of(
                                new Base(false, false),
                                new Base(false, false),
                                new Base(true, false),
                                new Base(true, true)))
                .as(Earning::new);
    }

    static Arbitrary<Refunding> refunding() {
        return Combinators.combine(Arbitraries.of(true, true, false), decimals("0.01", "0.01", "0.005", "0.03", "0"))
                .as(Refunding::new);
    }

    /** Something is sold, now and then in exchange for what comes back. */
    static Arbitrary<Step> sale() {
        Arbitrary<Integer> inPoints = Arbitraries.of(0, 0, 0, 0, 25, 50, 100, 120, -100);
        return Combinators.combine(buyer(), items(), exchanged(), late(), foreign(), Stories.key(), inPoints)
                .as(Step.Sell::new);
    }

    private static Arbitrary<List<Back>> exchanged() {
        Arbitrary<List<Back>> one = back().list().ofSize(1);
        return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(List.<Back>of())), Tuple.of(1, one));
    }

    static Arbitrary<Step> bringBack() {
        Arbitrary<Integer> outInPoints = Arbitraries.of(0, 0, 0, -100, -100, -50, -33, -120);
        return Combinators.combine(
                        buyer(), back().list().ofMinSize(1).ofMaxSize(3), late(), foreign(), Stories.key(), outInPoints)
                .as((buyer, backs, late, foreign, receipt, inPoints) ->
                        new Step.Sell(buyer, List.of(), backs, late, foreign, receipt, inPoints));
    }

    private static Arbitrary<List<Item>> items() {
        Arbitrary<Article> article =
                Arbitraries.of(Article.PLAIN, Article.PLAIN, Article.PLAIN, Article.SPECIAL, Article.WITHOUT_POINTS);
        Arbitrary<Integer> pieces = Arbitraries.of(1, 1, 1, 2, 3);
        return Combinators.combine(article, pieces, amount(), Arbitraries.of(1, 1, 1, 1, 1, -1))
                .as((kind, number, amount, sign) ->
                        new Item(kind, sign * number, amount.multiply(BigDecimal.valueOf(sign))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<BigDecimal> amount() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 9_999).map(cents -> BigDecimal.valueOf(cents, 2)),
                decimals("0", "0.0001", "0.49", "0.5", "1", "9.99", "10", "33.3333", "100"));
    }

    private static Arbitrary<Back> back() {
        Arbitrary<Integer> receipt = Arbitraries.frequency(
                Tuple.of(8, 0), Tuple.of(6, 1), Tuple.of(4, 2), Tuple.of(2, 3), Tuple.of(1, 5), Tuple.of(1, 8));
        return Combinators.combine(
                        receipt, Arbitraries.of(0, 0, 1, 2, 7), Arbitraries.of(100, 100, 50, 50, 33, 10, 120, 0))
                .as(Back::new);
    }

    private static Arbitrary<Integer> buyer() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Stories.member()),
                Tuple.of(1, Arbitraries.just(Story.GUEST)),
                Tuple.of(1, Arbitraries.just(Story.NOBODY)));
    }

    private static Arbitrary<Duration> late() {
        return Arbitraries.of(0, 0, 0, 0, 1, 30, 24 * 9, 24 * 12, 24 * 45, -1, -30)
                .map(Duration::ofHours);
    }

    private static Arbitrary<Boolean> foreign() {
        return Arbitraries.frequency(Tuple.of(24, false), Tuple.of(1, true));
    }

    private static Arbitrary<BigDecimal> decimals(String... values) {
        return Arbitraries.of(values).map(BigDecimal::new);
    }
}
