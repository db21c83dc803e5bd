package org.openmembership.jdbc;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A column of a table, or of rows sent along with a question. */
record Column(String name, Type type) {
    private static final Pattern COMMA = Pattern.compile(", ");

    /** What a column holds; values are {@code String}, {@code Long} or {@code Integer}, or null. */
    enum Type {
        VARCHAR,
        BIGINT,
        INTEGER
    }

    /** Reads {@code "account, seq bigint, number integer"}; a column without a type is a {@code varchar}. */
    static List<Column> list(String definition) {
        return Stream.of(COMMA.split(definition)).map(Column::of).toList();
    }

    private static Column of(String definition) {
        int space = definition.indexOf(' ');
        if (space < 0) {
            return new Column(definition, Type.VARCHAR);
        }
        boolean big = definition.endsWith(" bigint");
        return new Column(definition.substring(0, space), big ? Type.BIGINT : Type.INTEGER);
    }
}
