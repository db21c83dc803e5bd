package org.openmembership.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.SearchKey;

/**
 * A stretch of the index of keys: those of a kind that begin with something.
 *
 * <p>There is one lower and one upper bound, as an engine takes no more than one of each from an index.
 *
 * @param after behind which it begins, if it is not the first
 * @param last with which it ends; null if it ends with the last that begins so
 */
record KeyRange(
        SearchKey.Kind kind,
        String beginning,
        @Nullable ListPlace after,
        @Nullable ListPlace last) {
    /** Above every letter and digit in every order of texts we meet. */
    static final String END = "\uDBFF\uDFFF";

    private static final String LAST = """
            select walked.value, walked.customer, count(*) over () as counted
              from (select k.value, k.customer
                      from om_customer_key k
                     where k.tenant = :tenant and %s
                     order by k.value, k.customer limit %d) walked
             order by walked.value desc, walked.customer desc limit 1""";

    static KeyRange of(SearchKey.Kind kind, String beginning, @Nullable ListPlace after) {
        return new KeyRange(kind, beginning, after, null);
    }

    /** This, or no more than so many keys of it; the same whatever is written meanwhile. */
    KeyRange first(int most, JdbcUnit unit) {
        Gathering gathering = unit.gather();
        values().forEach(gathering::bind);
        return gathering
                .one(
                        LAST.formatted(condition("k.value"), most),
                        row -> row.getInt("counted") < most
                                ? this
                                : new KeyRange(
                                        kind,
                                        beginning,
                                        after,
                                        new ListPlace(row.getString("value"), row.getString("customer"))))
                .orElse(this);
    }

    /**
     * What is behind a place, or before it, is not said as "above, or equal and ...": PostgreSQL would take each half from the
     * index by itself, and then sort.
     *
     * @param value how the value of a key {@code k} is named
     */
    String condition(String value) {
        String condition = "k.kind = :kind and %1$s >= :first and %1$s ";
        condition += last == null ? "< :end" : "<= :last and (%1$s <> :last or k.customer <= :last_id)";
        if (goesOn()) {
            condition += " and (%1$s <> :first or k.customer > :after_id)";
        } else if (after != null) {
            condition += " and %1$s > :after";
        }
        return condition.formatted(value);
    }

    /** Whether it begins behind one of its own keys. */
    private boolean goesOn() {
        return after != null && after.value().startsWith(beginning);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("first", beginning);
        if (after != null) {
            if (goesOn()) {
                values.put("first", after.value());
            }
            values.put("after", after.value());
            values.put("after_id", after.id());
        }
        if (last == null) {
            values.put("end", beginning + END);
        } else {
            values.put("last", last.value());
            values.put("last_id", last.id());
        }
        return values;
    }
}
