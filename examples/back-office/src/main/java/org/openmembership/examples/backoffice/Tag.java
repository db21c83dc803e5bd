package org.openmembership.examples.backoffice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.examples.foodmart.Html;

/** An element that is being put together; names are this program's, values may be anything. Not thread-safe. */
final class Tag {
    private final String name;
    private final StringBuilder opening;

    Tag(String name) {
        this.name = name;
        this.opening = new StringBuilder("<").append(name);
    }

    /** @param value null to leave the attribute out */
    Tag with(String attribute, @Nullable String value) {
        if (value != null) {
            opening.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(Html.escaped(value))
                    .append('"');
        }
        return this;
    }

    /** An attribute that says something by being there. */
    Tag flag(String attribute, boolean set) {
        if (set) {
            opening.append(' ').append(attribute);
        }
        return this;
    }

    Tag styled(String classes) {
        return with("class", classes);
    }

    Markup of(Markup... parts) {
        return of(Markup.all(parts));
    }

    Markup of(List<Markup> parts) {
        return of(Markup.all(parts));
    }

    Markup text(@Nullable String text) {
        return of(Markup.text(text));
    }

    private Markup of(Markup held) {
        return Markup.element(opening + ">", held, "</" + name + ">\n");
    }

    /** An element that holds nothing and has no end. */
    Markup alone() {
        return Markup.element(opening + ">", Markup.NONE, "\n");
    }
}
