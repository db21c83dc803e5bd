package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
    private final Slice slice;

    /** @param storage asked only after the input was found right */
    FoodMartRun(Supplier<Storage> storage, Console console, Slice slice) {
        this.storage = storage;
        this.console = console;
        this.slice = slice;
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
            Summary summary = run(slice.customers(CustomerReader.all(foodMart)), catalogue, sales);
            new SummaryText(console.out()).print(summary);
            Report.write(summary, report);
            console.say("The report is in " + report.toAbsolutePath());
            return summary.audit().clean();
        }
    }

    private Summary run(List<PosCustomer> customers, Catalogue catalogue, SalesReader sales) throws SQLException {
        List<Person> people = customers.stream().map(People::of).toList();
        Shop shop = Shop.on(storage.get(), new ReplayClock(FoodMartClub.ZONE));
        shop.clock().set(FoodMartClub.FOUNDED, LocalTime.NOON);
        Club club = publish(shop, catalogue.promotions());
        List<Month> months = new ArrayList<>();
        for (YearMonth month : slice.months()) {
            months.add(new Month(month, slice.baskets(sales.baskets(month), customers)));
        }
        Roster roster = replay(shop, people, months, shop.newcomers(club));
        console.say("Adding up ...");
        BestSellers bestSellers = new BestSellers();
        months.forEach(month -> bestSellers.add(month.baskets()));
        return new SummaryReader(shop, club, roster, people).read(bestSellers.top(10));
    }

    /** A month and its baskets, at least one. */
    private record Month(YearMonth month, List<Basket> baskets) {}

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

    private Roster replay(Shop shop, List<Person> people, List<Month> months, Newcomers newcomers) {
        int begun = begun(shop, months);
        Roster roster = begun == 0 ? register(newcomers, people) : newcomers.find(people);
        if (begun > 0) {
            console.say("An earlier run has come to " + months.get(begun - 1).month() + "; going on there.");
        }
        Replay replay = new Replay(shop, roster);
        for (Month month : months.subList(Math.max(0, begun - 1), months.size())) {
            console.withBar("Replaying " + month.month(), month.baskets().size(), done -> {
                replay.month(month.month(), month.baskets(), done);
                return month;
            });
        }
        return roster;
    }

    /** How many months have their first sale in the library; all of them but the last have been ended as well. */
    private static int begun(Shop shop, List<Month> months) {
        int begun = 0;
        while (begun < months.size() && begun(shop, months.get(begun))) {
            begun++;
        }
        return begun;
    }

    private static boolean begun(Shop shop, Month month) {
        return shop.hasRecorded(FoodMartPurchases.key(month.baskets().get(0)));
    }

    private Roster register(Newcomers newcomers, List<Person> people) {
        console.say("Taking over " + Figures.of(people.size()) + " customers ...");
        newcomers.takeOver(people);
        return console.withBar("Registering", people.size(), done -> newcomers.register(people, done));
    }
}
