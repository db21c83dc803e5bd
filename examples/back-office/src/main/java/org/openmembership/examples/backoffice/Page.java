package org.openmembership.examples.backoffice;

import java.util.List;

/**
 * A page without its frame.
 *
 * @param title its heading, and the beginning of the window's title
 * @param crumbs the pages above it, from the top down
 * @param body what stands below the heading
 */
record Page(String title, List<Crumb> crumbs, Markup body) {
    /** A page above. */
    record Crumb(String name, String path) {}

    Page {
        crumbs = List.copyOf(crumbs);
    }

    static Page of(String title, Markup... body) {
        return new Page(title, List.of(), Markup.all(body));
    }

    Page under(String name, String path) {
        return under(List.of(new Crumb(name, path)));
    }

    Page under(List<Crumb> above) {
        return new Page(title, above, body);
    }
}
