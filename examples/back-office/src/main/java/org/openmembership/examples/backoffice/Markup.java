package org.openmembership.examples.backoffice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.examples.foodmart.Html;

/** A piece of HTML. The only ways to one are text, which is escaped here, and a {@link Tag} around pieces. */
final class Markup {
    static final Markup NONE = new Markup("");

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /** @param text null for nothing */
    static Markup text(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Markup(Html.escaped(text));
    }

    static Markup all(Markup... parts) {
        return all(List.of(parts));
    }

    static Markup all(List<Markup> parts) {
        return new Markup(parts.stream().map(Markup::toString).collect(Collectors.joining()));
    }

    static Markup all(Stream<Markup> parts) {
        return all(parts.toList());
    }

    static Tag tag(String name) {
        return new Tag(name);
    }

    /** An opening tag, which {@link Tag} has put together of names of ours and escaped values, what it holds, and its end. */
    static Markup element(String opening, Markup held, String end) {
        return new Markup(opening + held.html + end);
    }

    boolean isEmpty() {
        return html.isEmpty();
    }

    /** The HTML itself. */
    @Override
    public String toString() {
        return html;
    }
}
