package org.openmembership.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
}
