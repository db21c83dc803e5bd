package org.openmembership.jdbc;

import java.util.List;
import java.util.function.Function;
import org.openmembership.shared.Page;

/** Pages of what was read with one item more than asked for. */
final class Pages {
    private Pages() {}

    /** @param place of the last item on a page, in words its own list understands */
    static <T> Page<T> of(List<T> found, Page.Request request, Function<T, String> place) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, new Page.Cursor(place.apply(items.get(items.size() - 1))));
    }

    /** As {@link #of(List, Page.Request, Function)}, of a list that marks its places under this name. */
    static <T> Page<T> of(List<T> found, Page.Request request, String list, Function<T, String> place) {
        Page<T> page = of(found, request, place);
        return new Page<>(
                page.items(),
                page.nextCursor().map(end -> Page.Cursor.of(list, end.value())).orElse(null));
    }
}
