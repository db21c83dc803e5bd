package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pages are made of. */
final class Parts {
    private Parts() {}

    static Markup heading(String words) {
        return tag("h2").text(words);
    }

    static Markup paragraph(String words) {
        return tag("p").text(words);
    }

    /** Small words in grey. */
    static Markup aside(String words) {
        return tag("p").styled("aside").text(words);
    }

    static Markup link(String to, String words) {
        return tag("a").with("href", to).text(words);
    }

    /** A link that leads on to something to be done. */
    static Markup action(String to, String words) {
        return tag("a").styled("button").with("href", to).text(words);
    }

    static Markup actions(Markup... all) {
        return tag("div").styled("actions").of(all);
    }

    /** A word that stands out: {@code good}, {@code warn}, {@code bad} or {@code plain}. */
    static Markup badge(String kind, String words) {
        return tag("span").styled("badge " + kind).text(words);
    }

    /** A part of a page under a heading of its own. */
    static Markup section(String heading, Markup... held) {
        return tag("section").styled("card").of(heading(heading), Markup.all(held));
    }

    /** Something to be told: {@code good}, {@code warn} or {@code bad}. */
    static Markup notice(String kind, String words) {
        return tag("p").styled("notice " + kind)
                .with("role", kind.equals("good") ? "status" : "alert")
                .text(words);
    }

    /** A big figure with its name. */
    static Markup tile(String name, String figure, String note) {
        return tag("div")
                .styled("tile")
                .of(
                        tag("span").text(name),
                        tag("b").text(figure),
                        note.isEmpty() ? Markup.NONE : tag("small").text(note));
    }

    static Markup tiles(Markup... all) {
        return tag("div").styled("tiles").of(all);
    }

    /** One line of {@link #facts}; nothing if nothing is known. */
    static Markup fact(String name, @Nullable String value) {
        return value == null || value.isBlank() ? Markup.NONE : fact(name, text(value));
    }

    static Markup fact(String name, Markup value) {
        return tag("div").of(tag("dt").text(name), tag("dd").of(value));
    }

    static Markup facts(Markup... lines) {
        return tag("dl").of(lines);
    }

    /** A column of a {@link #table}; figures stand at the right. */
    record Column(String name, boolean figures) {
        static Column words(String name) {
            return new Column(name, false);
        }

        static Column figures(String name) {
            return new Column(name, true);
        }

        private @Nullable String style() {
            return figures ? "figure" : null;
        }
    }

    /** A table, which becomes a list of cards where there is no room for it. */
    static Markup table(String caption, List<Column> columns, List<List<Markup>> rows) {
        Stream<Markup> names = columns.stream()
                .map(column -> tag("th")
                        .with("scope", "col")
                        .with("class", column.style())
                        .text(column.name()));
        return tag("table")
                .of(
                        tag("caption").text(caption),
                        tag("thead").of(tag("tr").of(names.toList())),
                        tag("tbody")
                                .of(rows.stream().map(row -> row(columns, row)).toList()));
    }

    private static Markup row(List<Column> columns, List<Markup> cells) {
        List<Markup> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Markup cell = cells.get(i);
            row.add(tag("td")
                    .with("data-label", column.name())
                    .with("class", cell.isEmpty() ? "empty" : column.style())
                    .of(cell));
        }
        return tag("tr").of(row);
    }

    /** The way to the next page of a list, if there is one. */
    static Markup next(@Nullable String to) {
        return to == null
                ? Markup.NONE
                : tag("nav").with("aria-label", "Pages").styled("pages").of(action(to, "Next page"));
    }
}
