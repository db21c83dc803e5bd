package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * One sale of a sales file: all rows of one receipt number.
 *
 * @param receipt unique in the file
 * @param customer who bought, as the file names them
 * @param soldAt the earliest time of its rows, local
 * @param lines numbered from 1 in the order of the file
 */
record SaleDocument(String receipt, String customer, LocalDateTime soldAt, List<Line> lines) {
    /** The order in which sales happened: by time, then receipt number. */
    static final Comparator<SaleDocument> IN_TIME =
            Comparator.comparing(SaleDocument::soldAt).thenComparing(SaleDocument::receipt);

    /** @param quantity below zero on a return, which names no original */
    record Line(int number, String sku, BigDecimal quantity, BigDecimal price) {
        BigDecimal amount() {
            return quantity.multiply(price);
        }
    }

    SaleDocument {
        lines = List.copyOf(lines);
    }

    /** The exact sum of its lines, never rounded. */
    BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
