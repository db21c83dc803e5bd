package org.openmembership.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

/**
 * Where in a list of customers one of them stands.
 *
 * @param value what the list is sorted by
 * @param id of the customer, for those of one value
 */
record ListPlace(String value, String id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}):(.*)", Pattern.DOTALL);

    /** The name of the list. */
    static final String LIST = "customers";

    static ListPlace of(Page.Cursor cursor) {
        Matcher parts = TEXT.matcher(cursor.value());
        int length = parts.matches() ? Integer.parseInt(parts.group(1)) : -1;
        if (length < 0 || length > parts.group(2).length()) {
            throw new ForgedCursorException(cursor);
        }
        return new ListPlace(parts.group(2).substring(0, length), parts.group(2).substring(length));
    }

    String text() {
        return value.length() + ":" + value + id;
    }
}
