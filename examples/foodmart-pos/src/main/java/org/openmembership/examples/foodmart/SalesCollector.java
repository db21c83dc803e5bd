package org.openmembership.examples.foodmart;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.examples.foodmart.SalesColumns.Field;
import org.openmembership.purchase.Purchase;

/** Puts the rows of a sales file together to documents, and collects what is wrong with them. Not thread-safe. */
final class SalesCollector {
    private final SalesColumns columns;
    private final DateTimeFormatter timeFormat;
    private final Map<Field, Integer> positions = new EnumMap<>(Field.class);
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<SalesReading.Problem> problems = new ArrayList<>();
    private int width;
    private long problemCount;
    private long rows;
    private long rowsWithoutCustomer;
    private long lastLine = 1;

    SalesCollector(SalesColumns columns, DateTimeFormatter timeFormat) {
        this.columns = columns;
        this.timeFormat = timeFormat;
    }

    /** Finds the columns; false if one is missing. */
    boolean header(String[] names) {
        List<String> header = new ArrayList<>(Arrays.asList(names));
        if (!header.isEmpty() && header.get(0).startsWith("\uFEFF")) {
            header.set(0, header.get(0).substring(1));
        }
        width = header.size();
        for (Field field : Field.values()) {
            String name = columns.of(field);
            int position = header.indexOf(name);
            if (position < 0 || position != header.lastIndexOf(name)) {
                refuse(1, "column " + name, position < 0 ? "is missing" : "is there twice");
            }
            positions.put(field, position);
        }
        return problemCount == 0;
    }

    void add(long line, String[] row) {
        rows++;
        lastLine = line;
        if (row.length != width) {
            refuse(line, "row", "has " + row.length + " columns instead of " + width);
        } else if (text(row, Field.CUSTOMER).isEmpty()) {
            rowsWithoutCustomer++;
        } else {
            addRead(line, row);
        }
    }

    private void addRead(long line, String[] row) {
        try {
            SalesRow read = SalesRow.of(field -> text(row, field), columns, timeFormat);
            Draft draft = drafts.computeIfAbsent(read.receipt(), receipt -> new Draft(once(read.customer())));
            String problem = draft.add(read, once(read.line().sku()));
            if (problem != null) {
                refuse(line, "column " + columns.of(Field.RECEIPT), problem);
            }
        } catch (SalesRow.UnreadableException unreadable) {
            refuse(line, unreadable.column(), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Says that the text after the last row cannot be read. */
    void refuse(String message) {
        refuse(lastLine, "the text after it", message);
    }

    private void refuse(long line, String column, String message) {
        problemCount++;
        if (problems.size() < SalesReading.Refused.MOST_NAMED) {
            problems.add(new SalesReading.Problem(line, column, message));
        }
    }

    SalesReading result() {
        if (problemCount == 0 && positions.isEmpty()) {
            refuse(1, "file", "has no row with the names of the columns");
        }
        if (problemCount > 0) {
            return new SalesReading.Refused(problems, problemCount);
        }
        List<SaleDocument> documents = new ArrayList<>();
        drafts.forEach((receipt, draft) -> documents.add(draft.document(receipt)));
        documents.sort(SaleDocument.IN_TIME);
        return new SalesReading.Read(documents, rows, rowsWithoutCustomer);
    }

    private String text(String[] row, Field field) {
        return row[positions.getOrDefault(field, 0)];
    }

    /** One copy of each text, since a file repeats few of them often. */
    private String once(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /** A document while its rows come in. */
    private static final class Draft {
        private final String customer;
        private final List<SaleDocument.Line> lines = new ArrayList<>();
        private LocalDateTime soldAt = LocalDateTime.MAX;

        Draft(String customer) {
            this.customer = customer;
        }

        /** Adds a row, or says why it does not belong. */
        @Nullable
        String add(SalesRow row, String sku) {
            if (!row.customer().equals(customer)) {
                return "has rows of two customers";
            }
            if (lines.size() == Purchase.MAX_LINES) {
                return "has more than " + Purchase.MAX_LINES + " rows";
            }
            SaleDocument.Line line = row.line();
            lines.add(new SaleDocument.Line(lines.size() + 1, sku, line.quantity(), line.price()));
            soldAt = row.time().isBefore(soldAt) ? row.time() : soldAt;
            return null;
        }

        SaleDocument document(String receipt) {
            return new SaleDocument(receipt, customer, soldAt, lines);
        }
    }
}
