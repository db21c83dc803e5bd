package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openmembership.examples.foodmart.SalesColumns.Field;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Sku;
import org.openmembership.shared.Texts;

/** One row of a sales file, read from its texts. */
record SalesRow(String receipt, String customer, LocalDateTime time, SaleDocument.Line line) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,11}([.][0-9]{1,4})?");
    private static final int MOST_DECIMALS = 4;

    /** A text that is not what its column holds. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String column;

        UnreadableException(String column, String message) {
            super(message);
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /**
     * @param texts the row's text in the column of a field
     * @throws UnreadableException for the first text that is not what its column holds
     */
    static SalesRow of(Function<Field, String> texts, SalesColumns columns, DateTimeFormatter timeFormat) {
        Reader reader = new Reader(texts, columns);
        String receipt = reader.code(Field.RECEIPT, ExternalKey.MAX_VALUE);
        LocalDateTime time = reader.time(timeFormat);
        String customer = reader.code(Field.CUSTOMER, ExternalKey.MAX_VALUE);
        String sku = reader.code(Field.SKU, Sku.MAX_LENGTH);
        BigDecimal quantity = reader.decimal(Field.QUANTITY);
        BigDecimal price = reader.decimal(Field.PRICE);
        SaleDocument.Line line = new SaleDocument.Line(0, sku, quantity, price);
        if (line.amount().stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw reader.refusal(Field.PRICE, "times quantity has more than four decimals");
        }
        return new SalesRow(receipt, customer, time, line);
    }

    private record Reader(Function<Field, String> texts, SalesColumns columns) {
        String code(Field field, int maxLength) {
            String text = texts.apply(field);
            String problem = Texts.problemOfCode(text, maxLength);
            if (problem != null) {
                throw refusal(field, problem);
            }
            return text;
        }

        LocalDateTime time(DateTimeFormatter format) {
            try {
                return LocalDateTime.parse(texts.apply(Field.TIME), format);
            } catch (DateTimeException unreadable) {
                throw refusal(Field.TIME, "is not a time of the given format");
            }
        }

        BigDecimal decimal(Field field) {
            String text = texts.apply(field);
            if (!DECIMAL.matcher(text).matches()) {
                throw refusal(field, "is not a decimal number with at most four decimals");
            }
            return new BigDecimal(text);
        }

        UnreadableException refusal(Field field, String message) {
            return new UnreadableException("column " + columns.of(field), message);
        }
    }
}
