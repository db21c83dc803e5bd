package org.openmembership.examples.foodmart;

import java.util.List;

/**
 * An article of the POS.
 *
 * @param sku unique
 * @param name with its brand
 * @param categories its class and those above it, the nearest first: {@code Canned Foods/Vegetables/Canned Vegetables},
 *     {@code Canned Foods/Vegetables}, {@code Canned Foods}, {@code Food}
 */
record Product(String sku, String name, List<String> categories) {
    Product {
        categories = List.copyOf(categories);
    }

    /** The department, which a shop owner thinks in. */
    String department() {
        return categories.get(categories.size() - 2);
    }
}
