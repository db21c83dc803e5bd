package org.openmembership.examples.foodmart;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a sales file holds what: {@code receipt=InvoiceNo,time=InvoiceDate,customer=CustomerID,sku=StockCode,
 * quantity=Quantity,price=UnitPrice}.
 *
 * @param names the column of each field
 */
record SalesColumns(Map<Field, String> names) {
    /** What is read of a row; other columns of the file are ignored. */
    enum Field {
        /** The number of the document: all rows of one are one sale. */
        RECEIPT("InvoiceNo"),
        /** When it was sold, in the shop's local time. */
        TIME("InvoiceDate"),
        /** Who bought; a row where it is empty is left out. */
        CUSTOMER("CustomerID"),
        /** What was sold. */
        SKU("StockCode"),
        /** How many, below zero on a return. */
        QUANTITY("Quantity"),
        /** The price of one. */
        PRICE("UnitPrice");

        private final String usual;

        Field(String usual) {
            this.usual = usual;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Field of(String option) {
            return Arrays.stream(values())
                    .filter(field -> field.option().equals(option))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no field \"" + option + "\", only "
                            + Arrays.stream(values()).map(Field::option).collect(Collectors.joining(", "))));
        }
    }

    static final SalesColumns USUAL = new SalesColumns(Map.of());

    SalesColumns {
        Map<Field, String> all = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            all.put(field, names.getOrDefault(field, field.usual));
        }
        names = Map.copyOf(all);
    }

    /**
     * Reads {@code field=Column,field=Column}; a field that is not named keeps its usual column.
     *
     * @throws IllegalArgumentException if a part is not of that form
     */
    static SalesColumns of(String option) {
        Map<Field, String> given = new EnumMap<>(Field.class);
        for (String part : List.of(option.split(",", -1))) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw new IllegalArgumentException("\"" + part + "\" is not field=Column");
            }
            given.put(Field.of(part.substring(0, equals).strip()), part.substring(equals + 1));
        }
        return new SalesColumns(given);
    }

    String of(Field field) {
        return names.getOrDefault(field, field.usual);
    }
}
