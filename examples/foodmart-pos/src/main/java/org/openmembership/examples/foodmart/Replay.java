package org.openmembership.examples.foodmart;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Lets FoodMart's months happen again, day by day, one unit of work for the sales of each day. */
final class Replay {
    private static final LocalTime CLOSING = LocalTime.of(20, 0);

    private final Shop shop;
    private final MonthEnd monthEnd;

    Replay(Shop shop, Roster roster) {
        this.shop = shop;
        this.monthEnd = new MonthEnd(shop, roster);
    }

    /**
     * Records the sales of a month and ends it. A month that was cut off is repeated as a whole: what was kept stays as it is.
     *
     * @param baskets of the month, in order of time
     * @param progress is told how many baskets were recorded
     */
    void month(YearMonth month, List<Basket> baskets, LongConsumer progress) {
        Map<LocalDate, List<Basket>> days =
                baskets.stream().collect(Collectors.groupingBy(Basket::day, TreeMap::new, Collectors.toList()));
        days.forEach((day, sold) -> {
            shop.clock().set(day.atTime(CLOSING), FoodMartClub.ZONE);
            shop.record(sold.stream().map(FoodMartPurchases::sale).toList());
            progress.accept(sold.size());
        });
        monthEnd.run(month, baskets);
    }
}
