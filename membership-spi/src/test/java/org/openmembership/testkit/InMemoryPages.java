package org.openmembership.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

/** Pages cut from a longer stream. */
final class InMemoryPages {
    private InMemoryPages() {}

    /** @param place of the last item on a page, in words its own list understands */
    static <T> Page<T> of(Stream<T> found, Page.Request request, Function<T, String> place) {
        List<T> rows = found.limit(request.limit() + 1L).toList();
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, new Page.Cursor(place.apply(items.get(items.size() - 1))));
    }

    /** As {@link #of(Stream, Page.Request, Function)}, of a list that marks its places under this name. */
    static <T> Page<T> of(Stream<T> found, Page.Request request, String list, Function<T, String> place) {
        Page<T> page = of(found, request, place);
        return new Page<>(
                page.items(),
                page.nextCursor().map(end -> Page.Cursor.of(list, end.value())).orElse(null));
    }

    /** A place that is counted; whatever is beyond all places is the last. */
    static int number(Page.Cursor after) {
        return (int) Math.min(after.number(), Integer.MAX_VALUE);
    }

    /** A place that is an id. */
    static <I> I id(Page.Cursor after, Function<String, I> id) {
        try {
            return id.apply(after.value());
        } catch (IllegalArgumentException foreign) {
            throw new ForgedCursorException(after);
        }
    }
}
