package org.openmembership.document;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file of columns as RFC 4180 has it, every text in quotes, lines ending with CRLF. Not thread-safe.
 *
 * <p>A text that a spreadsheet might take for a formula gets an apostrophe before it (S34): one whose first character that
 * is seen is {@code = + - @}, its full-width form, or a control character.
 */
public final class CsvText {
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212";

    private final Writer out;
    private boolean begun;

    public CsvText(Writer out) {
        this.out = out;
    }

    /** A cell that holds what somebody wrote, or nothing where it is null. */
    public CsvText text(@Nullable Object value) throws IOException {
        return cell(value == null ? "" : quoted(guarded(value.toString())));
    }

    /** A cell that holds a number, an instant or a day of ours, which is written as it is. */
    public CsvText plain(@Nullable Object value) throws IOException {
        return cell(value == null ? "" : value.toString());
    }

    public void endLine() throws IOException {
        out.write("\r\n");
        begun = false;
    }

    private CsvText cell(String cell) throws IOException {
        if (begun) {
            out.write(',');
        }
        out.write(cell);
        begun = true;
        return this;
    }

    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static String guarded(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean control = Character.isISOControl(character);
            if (control || FORMULA.indexOf(character) >= 0) {
                return "'" + text;
            }
            boolean unseen = Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT;
            if (!unseen) {
                return text;
            }
            i += Character.charCount(character);
        }
        return text;
    }
}
