package org.openmembership.examples.backoffice;

import java.util.Map;
import org.openmembership.shared.Sku;

/**
 * What the host calls its articles: the library knows them by their codes alone.
 *
 * @param names by SKU
 */
record Articles(Map<String, String> names) {
    Articles {
        names = Map.copyOf(names);
    }

    /** The code itself for an article that the host does not know. */
    String name(Sku sku) {
        return names.getOrDefault(sku.value(), sku.value());
    }
}
