package org.openmembership.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.Validity;
import org.openmembership.flow.Flow;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.review.ReviewOptions;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.statistics.Figures;
import org.openmembership.statistics.Statistics;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * The rules that back-test are those that post: a club that is not changed would have given what it gave, to every account and
 * in every month, whatever was sold, brought back, capped, offered, and reviewed.
 */
@Requirement({"R34", "R35", "R36", "R38", "R39"})
class BackTestPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final BackTestOptions ALL =
            BackTestOptions.between(BEGIN.minus(Duration.ofDays(1)), BEGIN.plus(Duration.ofDays(365)));

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void in_memory(@ForAll Random random) {
        check(Engine.IN_MEMORY, random);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void on_sqlite(@ForAll Random random) {
        check(Engine.SQLITE, random);
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
    void on_postgresql(@ForAll Random random) {
        check(Engine.POSTGRESQL, random);
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
    void on_mariadb(@ForAll Random random) {
        check(Engine.MARIADB, random);
    }

    private static void check(Engine engine, Random random) {
        try (Shop shop = Shop.open(engine)) {
            Club club = club(shop, random);
            shop.publish(club);
            List<MemberId> members = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                members.add(shop.member());
                shop.account(members.get(i), Shop.CLUB);
            }
            List<Purchase> sold = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                shop.time().set(BEGIN.plus(Duration.ofHours(7L * i)));
                happen(shop, random, club, members, sold);
            }

            BackTestResult result = shop.membership().backTest().run(club, ALL, Progress.NONE);

            assertThat(result.total().after()).isEqualTo(result.total().before());
            assertThat(result.months())
                    .allMatch(month -> month.comparison().difference().isZero());
            assertThat(result.counts().gaining()).isZero();
            assertThat(result.counts().losing()).isZero();
            assertThat(result.shifts()).isEmpty();
            Figures posted = shop.membership()
                    .statistics()
                    .ofClub(Shop.CLUB, Statistics.USUAL_WINDOW)
                    .all();
            assertThat(result.total().before().points())
                    .isEqualTo(posted.total(Flow.EARNED).plus(posted.total(Flow.EARNED_UNDONE)));
        }
    }

    private static Club club(Shop shop, Random random) {
        LineCondition coffee =
                LineCondition.builder().items(Set.of(Sku.of("coffee"))).build();
        LineCondition silver = LineCondition.builder()
                .schemes(Set.of(Shop.SILVER, Shop.GOLD))
                .weekdays(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY))
                .build();
        PointRule base = PointRule.everything("base", PointRate.amount("1", random.nextBoolean() ? "1" : "3"));
        PointRule ofCoffee = PointRule.of("coffee", 3, Validity.ALWAYS, coffee, PointRate.amount("2", "1"));
        PointCap daily = new PointCap(PointCap.Span.MONTH, Points.of(60 + random.nextInt(100)));
        PointOffer offer = PointOffer.of(
                "double", 1, Validity.ALWAYS, silver, new PointOffer.Effect.Factor(BigDecimal.valueOf(2)));
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        boolean caps = random.nextBoolean();
        return shop.coffee()
                .rules(base, caps ? ofCoffee.capped(daily) : ofCoffee)
                .offers(List.of(offer))
                .rounding(
                        random.nextBoolean()
                                ? RoundingRule.WHOLE_POINTS_DOWN
                                : new RoundingRule(Points.ofHundredths(1), RoundingRule.Direction.NEAREST))
                .earningBounds(new EarningTerms.Bounds(
                        BigDecimal.valueOf(random.nextInt(3) * 5L), Duration.ofDays(1), Duration.ofDays(365)))
                .earningPolicies(new EarningTerms.Policies(
                        usual.choice(),
                        List.of(),
                        random.nextInt(3),
                        random.nextBoolean() ? Returns.SHARE : Returns.RECOMPUTE,
                        usual.claimWindow()))
                .build();
    }

    private static boolean isRecomputing(Club club) {
        return club.terms().earning().policies().returns() == Returns.RECOMPUTE;
    }

    private static void happen(Shop shop, Random random, Club club, List<MemberId> members, List<Purchase> sold) {
        switch (random.nextInt(6)) {
            case 0 -> shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
            case 1 -> bringBack(shop, random, sold, isRecomputing(club));
            default -> sell(shop, random, members.get(random.nextInt(members.size())), sold);
        }
    }

    private static void sell(Shop shop, Random random, MemberId member, List<Purchase> sold) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(3); number++) {
            boolean unlinked = random.nextInt(8) == 0;
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(9_999), 2);
            lines.add(line(
                    number,
                    random.nextBoolean() ? "coffee" : "tea",
                    unlinked ? -1 : 2,
                    unlinked ? amount.negate() : amount,
                    null));
        }
        Purchase sale = purchase(shop, Buyer.member(member), lines);
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
        sold.add(sale);
    }

    /** A part of a line, or all of it, more than once now and then. */
    private static void bringBack(Shop shop, Random random, List<Purchase> sold, boolean recomputing) {
        if (sold.isEmpty()) {
            return;
        }
        Purchase sale = sold.get(random.nextInt(sold.size()));
        if (recomputing) {
            // what is left of a sale is worked out anew from all that came back, which here comes at once
            sold.remove(sale);
        }
        PurchaseLine line = sale.lines().get(random.nextInt(sale.lines().size()));
        if (line.isReturn()) {
            return;
        }
        BigDecimal part = line.amount()
                .getAmount()
                .multiply(BigDecimal.valueOf(1 + random.nextInt(4)))
                .divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP)
                .negate();
        OriginalLine original = new OriginalLine(sale.key(), line.number());
        Purchase back = purchase(shop, Buyer.GUEST, List.of(line(1, "coffee", -1, part, original)));
        assertThat(shop.membership().sales().record(back)).isInstanceOf(SaleResult.Recorded.class);
    }

    private static Purchase purchase(Shop shop, Buyer buyer, List<PurchaseLine> lines) {
        return new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, lines, List.of()));
    }

    private static PurchaseLine line(
            int number, String sku, int quantity, BigDecimal amount, @Nullable OriginalLine returnOf) {
        return new PurchaseLine(
                number,
                Article.of(sku),
                BigDecimal.valueOf(quantity),
                PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, amount)),
                returnOf);
    }
}
