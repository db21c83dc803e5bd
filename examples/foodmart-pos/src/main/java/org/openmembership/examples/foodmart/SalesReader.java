package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the POS's sales lines as baskets, month by month. */
final class SalesReader {
    /** The months that have sales. */
    static final List<YearMonth> MONTHS = months(YearMonth.of(1997, 1), YearMonth.of(1998, 12));

    private static final String DAYS = "select \"time_id\", \"the_date\" from \"time_by_day\"";
    private static final String LINES = """
            select "time_id", "store_id", "customer_id", "product_id", "promotion_id", "unit_sales", "store_sales"
              from "sales_fact_1997" where "time_id" between ? and ?
            union all
            select "time_id", "store_id", "customer_id", "product_id", "promotion_id", "unit_sales", "store_sales"
              from "sales_fact_1998" where "time_id" between ? and ?
            union all
            select "time_id", "store_id", "customer_id", "product_id", "promotion_id", "unit_sales", "store_sales"
              from "sales_fact_dec_1998" where "time_id" between ? and ?
             order by "time_id", "store_id", "customer_id", "product_id", "promotion_id", "unit_sales", "store_sales"
            """;

    private final FoodMart foodMart;
    private final Catalogue catalogue;
    private final NavigableMap<Integer, LocalDate> days;

    private SalesReader(FoodMart foodMart, Catalogue catalogue, NavigableMap<Integer, LocalDate> days) {
        this.foodMart = foodMart;
        this.catalogue = catalogue;
        this.days = days;
    }

    /** The POS numbers days in order of date. */
    static SalesReader of(FoodMart foodMart, Catalogue catalogue) throws SQLException {
        NavigableMap<Integer, LocalDate> days = new TreeMap<>();
        foodMart.list(DAYS, row -> Map.entry(row.getInt("time_id"), row.getObject("the_date", LocalDateTime.class)))
                .forEach(entry -> days.put(entry.getKey(), entry.getValue().toLocalDate()));
        return new SalesReader(foodMart, catalogue, days);
    }

    /** The baskets of a month by day, store and customer. */
    List<Basket> baskets(YearMonth month) throws SQLException {
        List<Integer> ids = days.keySet().stream()
                .filter(id -> YearMonth.from(day(id)).equals(month))
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        int first = ids.get(0);
        int last = ids.get(ids.size() - 1);
        return inBaskets(foodMart.list(LINES, this::line, first, last, first, last, first, last));
    }

    private LocalDate day(int id) {
        return Objects.requireNonNull(days.get(id), () -> "the POS has no day " + id);
    }

    /** One row of a fact table. */
    private record FactLine(Place place, int product, int promotion, BigDecimal quantity, BigDecimal amount) {}

    /** What the lines of one basket have in common. */
    private record Place(LocalDate day, int store, int customer) {}

    private FactLine line(ResultSet row) throws SQLException {
        LocalDate day = day(row.getInt("time_id"));
        return new FactLine(
                new Place(day, row.getInt("store_id"), row.getInt("customer_id")),
                row.getInt("product_id"),
                row.getInt("promotion_id"),
                row.getBigDecimal("unit_sales"),
                row.getBigDecimal("store_sales"));
    }

    private List<Basket> inBaskets(List<FactLine> facts) {
        List<Basket> baskets = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= facts.size(); i++) {
            if (i == facts.size()
                    || !facts.get(i).place().equals(facts.get(start).place())) {
                baskets.add(basket(facts.subList(start, i)));
                start = i;
            }
        }
        return baskets;
    }

    private Basket basket(List<FactLine> facts) {
        Place place = facts.get(0).place();
        List<Basket.Line> lines = new ArrayList<>();
        for (FactLine fact : facts) {
            Product product = catalogue.product(fact.product());
            lines.add(new Basket.Line(lines.size() + 1, product, fact.quantity(), fact.amount(), fact.promotion()));
        }
        return new Basket(place.customer(), place.day(), place.store(), lines);
    }

    private static List<YearMonth> months(YearMonth first, YearMonth last) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return List.copyOf(months);
    }
}
