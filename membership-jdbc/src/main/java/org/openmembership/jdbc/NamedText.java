package org.openmembership.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question taken apart once: its {@code :name} as question marks, and the names in their order. Doing so each time takes
 * longer than an embedded database needs to answer.
 */
record NamedText(String sql, List<String> names) {
    /** Not after a colon, where it is a cast. */
    private static final Pattern NAME = Pattern.compile("(?<!:):(\\w+)");

    /** There are as many as this module has questions, each with lists of a few lengths. */
    private static final Map<String, NamedText> KNOWN = new ConcurrentHashMap<>();

    static NamedText of(String text) {
        return KNOWN.computeIfAbsent(text, NamedText::takeApart);
    }

    private static NamedText takeApart(String text) {
        List<String> names = new ArrayList<>();
        String sql = NAME.matcher(text).replaceAll((MatchResult found) -> {
            names.add(found.group(1));
            return "?";
        });
        return new NamedText(sql, List.copyOf(names));
    }

    void bind(PreparedStatement statement, Map<String, @Nullable Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Values.bind(statement, i + 1, values.get(names.get(i)));
        }
    }
}
