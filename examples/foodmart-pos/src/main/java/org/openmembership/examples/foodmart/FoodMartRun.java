package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmembership.club.Club;
import org.openmembership.storage.Storage;

/**
 * The main job: FoodMart's customers become members, and its two years happen again.
 *
 * <p>Started again it goes on with the month in which it was cut off; started again after its end it changes nothing.
 */
final class FoodMartRun {
    private final Supplier<Storage> storage;
    private final Console console;
    private final List<YearMonth> months;

    /**
     * @param storage asked only after the input was found right
     * @param months to replay, from the first on
     */
    FoodMartRun(Supplier<Storage> storage, Console console, List<YearMonth> months) {
        this.storage = storage;
        this.console = console;
        this.months = months;
    }

    /** Runs, prints the summary, and writes the report; false if the input is refused or the audit finds something. */
    boolean run(Path report) throws SQLException, IOException {
        console.say("Opening the POS's database ...");
        try (FoodMart foodMart = FoodMart.open()) {
            Catalogue catalogue = Catalogue.of(foodMart);
            SalesReader sales = SalesReader.of(foodMart, catalogue);
            if (!new InputCheck(console).holds(sales)) {
                return false;
            }
            List<Person> people =
                    CustomerReader.all(foodMart).stream().map(People::of).toList();
            Summary summary = run(people, catalogue, sales);
            new SummaryText(console.out()).print(summary);
            Report.write(summary, report);
            console.say("The report is in " + report.toAbsolutePath());
            return summary.audit().clean();
        }
    }

    private Summary run(List<Person> people, Catalogue catalogue, SalesReader sales) throws SQLException {
        Shop shop = Shop.on(storage.get(), new ReplayClock(FoodMartClub.ZONE));
        shop.clock().set(FoodMartClub.FOUNDED, LocalTime.NOON);
        Club club = publish(shop, catalogue.promotions());
        Roster roster = roster(shop, club, people);
        BestSellers bestSellers = new BestSellers();
        replay(new Replay(shop, roster), sales, bestSellers, shop.lastSaleDay(club));
        console.say("Adding up ...");
        return new SummaryReader(shop, club, roster, people).read(bestSellers.top(10));
    }

    /** In its first year nobody loses a scheme; from the second on, accounts that miss their threshold step down. */
    private static Club publish(Shop shop, List<Promotion> promotions) {
        Club first = FoodMartClub.firstYear(promotions);
        Club later = FoodMartClub.fromSecondYear(promotions);
        if (shop.membership().clubs().current(FoodMartClub.ID).isEmpty()) {
            shop.publish(first, FoodMartClub.FOUNDED);
        }
        shop.publish(later, FoodMartClub.FOUNDED.plusDays(1).plusYears(1));
        return later;
    }

    private Roster roster(Shop shop, Club club, List<Person> people) {
        Newcomers newcomers = shop.newcomers(club);
        if (shop.lastSaleDay(club).isPresent()) {
            console.say("The customers have registered in an earlier run.");
            return newcomers.find(people);
        }
        console.say("Taking over " + Figures.of(people.size()) + " customers ...");
        newcomers.takeOver(people);
        Roster[] roster = new Roster[1];
        console.withBar("Registering", people.size(), done -> roster[0] = newcomers.register(people, done));
        return roster[0];
    }

    private void replay(Replay replay, SalesReader sales, BestSellers bestSellers, Optional<LocalDate> lastSale)
            throws SQLException {
        for (YearMonth month : months) {
            List<Basket> baskets = sales.baskets(month);
            bestSellers.add(baskets);
            boolean done =
                    lastSale.filter(day -> YearMonth.from(day).isAfter(month)).isPresent();
            if (!done) {
                console.withBar(
                        "Replaying " + month, baskets.size(), progress -> replay.month(month, baskets, progress));
            }
        }
    }
}
