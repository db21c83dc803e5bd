package org.openmembership.shared;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list, read by keyset: pages neither overlap nor leave gaps while rows are added behind them.
 *
 * @param <T> what is listed
 * @param items in the list's order
 * @param next where the next page starts, null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }

    public Optional<Cursor> nextCursor() {
        return Optional.ofNullable(next);
    }

    /** An opaque place in a list; only the list that gave it out understands it. */
    public record Cursor(String value) {
        public Cursor {
            Texts.requireCode("Cursor", value, 300);
        }

        /**
         * The place, for a list that numbers its places.
         *
         * @throws ForgedCursorException if it is no number from 1 on
         */
        public long number() {
            return number(value);
        }

        /**
         * The place, for a list that orders by a number and then an id, which are written as {@code number:id}.
         *
         * @throws ForgedCursorException if it is nothing like that
         */
        public Numbered numbered() {
            int colon = value.indexOf(':');
            if (colon < 1 || colon == value.length() - 1) {
                throw new ForgedCursorException(this);
            }
            return new Numbered(number(value.substring(0, colon)), value.substring(colon + 1));
        }

        private long number(String text) {
            try {
                long number = Long.parseLong(text);
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException foreign) {
                throw new ForgedCursorException(this);
            }
            throw new ForgedCursorException(this);
        }
    }

    /** A place in a list that is ordered by a number, then an id. */
    public record Numbered(long number, String id) {}

    /**
     * Which page is wanted.
     *
     * @param after where the page starts, null for the first
     * @param limit 1 to 1,000 items
     */
    public record Request(@Nullable Cursor after, int limit) {
        public static final int MAX_LIMIT = 1_000;

        public Request {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " items, not " + limit);
            }
        }

        public static Request first(int limit) {
            return new Request(null, limit);
        }

        public static Request after(Cursor cursor, int limit) {
            return new Request(cursor, limit);
        }
    }
}
