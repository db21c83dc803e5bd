package org.openmembership.examples.foodmart;

import java.sql.SQLException;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.club.Club;

/**
 * FoodMart's customers become members, and its months happen again.
 *
 * <p>Started again it goes on with the month in which it was cut off; started again after its end it changes nothing.
 */
final class FoodMartReplay {
    private final Shop shop;
    private final Console console;
    private final Slice slice;

    FoodMartReplay(Shop shop, Console console, Slice slice) {
        this.shop = shop;
        this.console = console;
        this.slice = slice;
    }

    /** A month and its baskets, at least one. */
    record Month(YearMonth month, List<Basket> baskets) {}

    /** Who took part in what. */
    record Replayed(Club club, List<Person> people, Roster roster, List<Month> months) {}

    Replayed run(List<PosCustomer> all, Catalogue catalogue, SalesReader sales) throws SQLException {
        List<PosCustomer> customers = slice.customers(all);
        List<Person> people = customers.stream().map(People::of).toList();
        shop.clock().set(FoodMartClub.FOUNDED.atTime(LocalTime.NOON), FoodMartClub.ZONE);
        Club club = publish(catalogue.promotions());
        List<Month> months = new ArrayList<>();
        for (YearMonth month : slice.months()) {
            months.add(new Month(month, slice.baskets(sales.baskets(month), customers)));
        }
        return new Replayed(club, people, replay(people, months, shop.newcomers(club)), months);
    }

    /** In its first year nobody loses a scheme; from the second on, accounts that miss their threshold step down. */
    private Club publish(List<Promotion> promotions) {
        Club first = shop.club(FoodMartClub.firstYear(promotions));
        Club later = shop.club(FoodMartClub.fromSecondYear(promotions));
        if (shop.membership().clubs().current(FoodMartClub.ID).isEmpty()) {
            shop.publish(first, FoodMartClub.FOUNDED);
        }
        shop.publish(later, FoodMartClub.FOUNDED.plusDays(1).plusYears(1));
        return later;
    }

    private Roster replay(List<Person> people, List<Month> months, Newcomers newcomers) {
        int begun = begun(months);
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
    private int begun(List<Month> months) {
        int begun = 0;
        while (begun < months.size() && begun(months.get(begun))) {
            begun++;
        }
        return begun;
    }

    private boolean begun(Month month) {
        return shop.hasRecorded(FoodMartPurchases.key(month.baskets().get(0)));
    }

    private Roster register(Newcomers newcomers, List<Person> people) {
        console.say("Taking over " + Figures.of(people.size()) + " customers ...");
        newcomers.takeOver(people);
        return console.withBar("Registering", people.size(), done -> newcomers.register(people, done));
    }
}
