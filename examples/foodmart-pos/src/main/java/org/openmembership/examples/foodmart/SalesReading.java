package org.openmembership.examples.foodmart;

import java.util.List;

/** What came of reading a sales file. */
sealed interface SalesReading {
    /**
     * The file holds sales and nothing else.
     *
     * @param documents in order of time, then receipt number
     * @param rows how many the file has
     * @param rowsWithoutCustomer how many of them were left out
     */
    record Read(List<SaleDocument> documents, long rows, long rowsWithoutCustomer) implements SalesReading {
        public Read {
            documents = List.copyOf(documents);
        }
    }

    /**
     * At least one row cannot be read, so none is used.
     *
     * @param problems the first of them, at most {@link #MOST_NAMED}
     * @param count how many there are
     */
    record Refused(List<Problem> problems, long count) implements SalesReading {
        static final int MOST_NAMED = 20;

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param line of the file, the first is 1
     * @param column its name, or what else is wrong with the row
     * @param message without the value itself, which may be personal
     */
    record Problem(long line, String column, String message) {
        @Override
        public String toString() {
            return "line " + line + ", " + column + ": " + message;
        }
    }
}
