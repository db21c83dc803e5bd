package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.backtest.BackTestOptions;
import org.openmembership.backtest.BackTestResult;
import org.openmembership.backtest.BackTestResult.Amounts;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.club.Club;
import org.openmembership.storage.Storage;

/** Tries a changed club out on the two years that an earlier run has replayed; writes a chart, and nothing else. */
final class FoodMartBackTest {
    private static final int LOSERS = 10;

    private final Supplier<Storage> storage;
    private final Console console;

    FoodMartBackTest(Supplier<Storage> storage, Console console) {
        this.storage = storage;
        this.console = console;
    }

    /**
     * Prints what would have changed, and draws it.
     *
     * @param definition of the changed club as JSON, to whose offers every promotion of the POS is added; null for the one that
     *     comes with the program
     * @return false if there is nothing to try it on
     */
    boolean run(@Nullable String definition, Path chart) throws SQLException, IOException {
        console.say("Opening the POS's database ...");
        List<Promotion> promotions;
        try (FoodMart foodMart = FoodMart.open()) {
            promotions = Catalogue.of(foodMart).promotions();
        }
        Shop shop = Shop.on(storage.get(), new ReplayClock());
        shop.clock().set(FoodMartClub.FOUNDED.plusYears(2).atTime(LocalTime.MAX), FoodMartClub.ZONE);
        if (shop.membership().clubs().current(FoodMartClub.ID).isEmpty()) {
            console.say("There are no sales yet: run it without --back-test first.");
            return false;
        }
        Club changed = shop.club(
                definition == null
                        ? FoodMartClub.changed(promotions)
                        : FoodMartClub.withOffers(definition, promotions));
        BackTestResult result = run(shop, changed);
        print(result);
        Files.writeString(chart, BackTestChart.of(result));
        console.say("");
        console.say("The chart is in " + chart.toAbsolutePath());
        return true;
    }

    private BackTestResult run(Shop shop, Club changed) {
        BackTestOptions options = new BackTestOptions(
                FoodMartClub.FOUNDED.atStartOfDay(FoodMartClub.ZONE).toInstant(),
                FoodMartClub.FOUNDED
                        .plusYears(2)
                        .plusDays(1)
                        .atStartOfDay(FoodMartClub.ZONE)
                        .toInstant(),
                LOSERS,
                BackTestOptions.Earning.AS_HELD);
        long accounts = shop.membership().review().counts(FoodMartClub.ID).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        AtomicLong before = new AtomicLong();
        return console.withBar(
                "Back-testing",
                accounts,
                bar -> shop.membership()
                        .backTest()
                        .run(changed, options, done -> bar.accept(done - before.getAndSet(done))));
    }

    private void print(BackTestResult result) {
        console.say("");
        line("", "points before", "points after", "cost before", "cost after");
        result.months().forEach(month -> line(month.month().toString(), month.comparison(), result));
        line("in all", result.total(), result);
        console.say("");
        BackTestResult.Counts counts = result.counts();
        console.say("  " + Figures.of(counts.sales()) + " sales of " + Figures.of(counts.accounts()) + " accounts: "
                + Figures.of(counts.gaining()) + " would have got more, " + Figures.of(counts.losing()) + " less");
        result.shifts()
                .forEach(shift -> console.say("  " + Figures.of(shift.accounts()) + " would come into " + shift.after()
                        + " instead of " + shift.before()));
        console.say("");
        console.say("  Who would lose most");
        result.losers().forEach(loser -> line(loser.account().value(), loser.comparison(), result));
    }

    private void line(String name, Comparison comparison, BackTestResult result) {
        line(
                name,
                Figures.of(comparison.before().points()),
                Figures.of(comparison.after().points()),
                cost(comparison.before(), result),
                cost(comparison.after(), result));
    }

    private static String cost(Amounts amounts, BackTestResult result) {
        BigDecimal cost = amounts.cost();
        return Figures.of(Money.of(result.currency(), cost, RoundingMode.HALF_UP));
    }

    private void line(String name, String before, String after, String costBefore, String costAfter) {
        console.out().printf(Locale.ROOT, "  %-38s %14s %14s %16s %16s%n", name, before, after, costBefore, costAfter);
    }
}
