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
        private static final int MAX_LENGTH = 400;
        private static final int MARK_LENGTH = 10;

        public Cursor {
            Texts.requireCode("Cursor", value, MAX_LENGTH);
        }

        /**
         * A place that is more than a number, marked as that list's: no other text, and no place of another list, is taken for one.
         *
         * <p>The mark is no secret. Whoever works one out comes to a place that turning the pages leads to as well.
         *
         * @param list names it, the same whenever it is asked
         */
        public static Cursor of(String list, String place) {
            return new Cursor(mark(list, place) + place);
        }

        /**
         * The place as {@link #of} was given it; takes equally long whatever the cursor.
         *
         * @throws ForgedCursorException if the list of that name never gave it out
         */
        public Cursor in(String list) {
            if (value.length() <= MARK_LENGTH) {
                throw new ForgedCursorException(this);
            }
            String place = value.substring(MARK_LENGTH);
            if (!value.startsWith(mark(list, place))) {
                throw new ForgedCursorException(this);
            }
            return new Cursor(place);
        }

        private static String mark(String list, String place) {
            return PlaceMark.of(list, place, MARK_LENGTH);
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

        /**
         * Where the page starts in a list that marks its places, null for the first page.
         *
         * @throws ForgedCursorException if the list of that name never gave it out
         */
        public @Nullable Cursor after(String list) {
            return after == null ? null : after.in(list);
        }

        public static Request first(int limit) {
            return new Request(null, limit);
        }

        public static Request after(Cursor cursor, int limit) {
            return new Request(cursor, limit);
        }
    }
}
