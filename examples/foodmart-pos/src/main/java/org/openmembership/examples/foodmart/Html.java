package org.openmembership.examples.foodmart;

import java.util.List;

/** Writes HTML; every text is escaped. Not thread-safe. */
public final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Takes markup as it is; for what is written in this program, never for data. */
    Html markup(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    Html heading(int level, String text) {
        return markup("<h" + level + ">" + escaped(text) + "</h" + level + ">");
    }

    Html paragraph(String text) {
        return markup("<p>" + escaped(text) + "</p>");
    }

    /** One big figure with its name. */
    Html tile(String name, String figure, String note) {
        return markup("<div class=\"tile\"><span>" + escaped(name) + "</span><b>" + escaped(figure) + "</b><small>"
                + escaped(note) + "</small></div>");
    }

    /** A picture made by this program, and the words that say the same. */
    Html picture(String dataUri, String words) {
        return markup("<img src=\"" + escaped(dataUri) + "\" alt=\"" + escaped(words) + "\">");
    }

    /** A table whose first column is text and whose others are figures. */
    Html table(List<String> header, List<List<String>> rows) {
        out.append("<table><thead>");
        row("th", header);
        out.append("</thead><tbody>\n");
        rows.forEach(row -> row("td", row));
        return markup("</tbody></table>");
    }

    private void row(String cell, List<String> texts) {
        out.append("<tr>");
        texts.forEach(text -> out.append('<')
                .append(cell)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(cell)
                .append('>'));
        out.append("</tr>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** A text as it can stand in an element or in an attribute between double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
