package org.openmembership.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.testkit.Requirement;

/** Cells of exported files. */
@Requirement("S34")
class CsvTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\u0000=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "\uFE66x",
                "\u22121",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\u2003@x",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://x\";\"y\")",
                "\u0085=1",
                "\uFEFF=1"
            })
    void what_a_spreadsheet_may_take_for_a_formula_is_text(String payload) throws IOException {
        assertThat(cell(payload)).startsWith("\"'").endsWith("\"");
        assertThat(cell(payload).substring(2, cell(payload).length() - 1).replace("\"\"", "\""))
                .isEqualTo(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "a=b", "1-2", "x@example.org", "'quoted'", "\u00e9", "a;=1"})
    void other_texts_are_written_as_they_are(String text) throws IOException {
        assertThat(cell(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void quotes_are_doubled_and_nothing_is_an_empty_cell() throws IOException {
        StringWriter out = new StringWriter();
        new CsvText(out).text("a\"b").text(null).plain(-5).endLine();

        assertThat(out).hasToString("\"a\"\"b\",,-5\r\n");
    }

    private static String cell(String text) throws IOException {
        StringWriter out = new StringWriter();
        new CsvText(out).text(text);
        return out.toString();
    }
}
