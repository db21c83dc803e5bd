package org.openmembership.examples.foodmart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the POS sells, and under which promotions.
 *
 * @param products by the POS's key
 * @param promotions those with dates, by number
 */
record Catalogue(Map<Integer, Product> products, List<Promotion> promotions) {
    private static final String PRODUCTS = """
            select p."product_id", p."SKU", p."product_name",
                   c."product_family", c."product_department", c."product_category", c."product_subcategory"
              from "product" p join "product_class" c on c."product_class_id" = p."product_class_id"
             order by p."product_id"
            """;
    private static final String PROMOTIONS = """
            select "promotion_id", "promotion_name", "media_type", "start_date", "end_date"
              from "promotion"
             where "start_date" is not null
             order by "promotion_id"
            """;

    Catalogue {
        products = Map.copyOf(products);
        promotions = List.copyOf(promotions);
    }

    static Catalogue of(FoodMart foodMart) throws SQLException {
        Map<Integer, Product> products = new HashMap<>();
        foodMart.list(PRODUCTS, row -> Map.entry(row.getInt("product_id"), product(row)))
                .forEach(entry -> products.put(entry.getKey(), entry.getValue()));
        return new Catalogue(products, foodMart.list(PROMOTIONS, Catalogue::promotion));
    }

    Product product(int key) {
        Product product = products.get(key);
        if (product == null) {
            throw new IllegalArgumentException("the POS has no product " + key);
        }
        return product;
    }

    private static Product product(ResultSet row) throws SQLException {
        String department = row.getString("product_department");
        String category = department + "/" + row.getString("product_category");
        String subcategory = category + "/" + row.getString("product_subcategory");
        return new Product(
                row.getString("SKU"),
                row.getString("product_name"),
                List.of(subcategory, category, department, row.getString("product_family")));
    }

    private static Promotion promotion(ResultSet row) throws SQLException {
        return new Promotion(
                row.getInt("promotion_id"),
                row.getString("promotion_name"),
                row.getString("media_type"),
                day(row, "start_date"),
                day(row, "end_date"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toLocalDate();
    }
}
