package org.openmembership.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.openmembership.testkit.Requirement;

/** Files of columns, whoever wrote them. */
@Requirement("B11")
class CsvRowsPropertyTest {
    private static final int LIMIT = 10_000;

    @Property
    void what_any_writer_wrote_is_read(
            @ForAll("tables") List<List<String>> table,
            @ForAll boolean crlf,
            @ForAll boolean quoteAll,
            @ForAll boolean mark)
            throws IOException {
        String text = (mark ? "\uFEFF" : "") + "a,b,c" + (crlf ? "\r\n" : "\n")
                + table.stream()
                        .map(row -> row.stream()
                                .map(cell -> written(cell, quoteAll))
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(crlf ? "\r\n" : "\n"));

        List<FileRow> rows = rows(text.getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSameSizeAs(table).allMatch(row -> row.problem() == null);
        for (int i = 0; i < table.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (String column : List.of("a", "b", "c")) {
                cells.add(rows.get(i).cells().getOrDefault(column, ""));
            }
            assertThat(cells).isEqualTo(table.get(i));
        }
    }

    @Property
    void no_bytes_make_it_throw_or_lose_its_place(@ForAll @Size(max = 400) byte[] noise) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("a,b,c\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(noise);
        file.writeBytes("\n1,2,3\n".getBytes(StandardCharsets.UTF_8));

        List<FileRow> rows = rows(file.toByteArray());

        FileRow last = rows.get(rows.size() - 1);
        assertThat(last.end()).isEqualTo(file.size());
        assertThat(last.number()).isEqualTo(rows.size());
        assertThat(last.problem() != null || last.cells().containsValue("3")).isTrue();
    }

    @Property
    void whoever_goes_on_from_a_row_reads_the_same_rest(@ForAll("tables") List<List<String>> table) throws IOException {
        byte[] file = ("a,b,c\n"
                        + table.stream()
                                .map(row -> row.stream()
                                        .map(cell -> written(cell, true))
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
        List<FileRow> all = rows(file);

        for (int i = 0; i < all.size(); i++) {
            CsvRows rest = CsvRows.of(new ByteArrayInputStream(file), ',', LIMIT)
                    .skipTo(all.get(i).number(), all.get(i).end());
            assertThat(rest(rest))
                    .extracting(FileRow::cells)
                    .isEqualTo(all.subList(i + 1, all.size()).stream()
                            .map(FileRow::cells)
                            .toList());
        }
    }

    @Example
    void a_broken_line_breaks_no_other() throws IOException {
        List<FileRow> rows = rows(("a,b,c\n1,\"never closed,3\n1,2,3\n1,5\" pipe,3\n1,\"2\"x,3\n1,2\n"
                        + "1,a\rb,3\n1,\"in\r\n\"\"quotes\"\"\",3\ncut,\"of")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows)
                .extracting(row -> row.problem() == null)
                .containsExactly(false, true, false, false, false, false, true, false);
        assertThat(rows.get(6).cells()).containsEntry("b", "in\r\n\"quotes\"");
        assertThat(rows.get(4).problem()).contains("2 cells");
    }

    @Example
    void other_encodings_are_refused_row_by_row_or_as_a_whole() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("a,b,c\nM\u00fcller,2,3\n".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("M\u00fcller,2,3\n".getBytes(StandardCharsets.ISO_8859_1));
        mixed.writeBytes("x,y,z".getBytes(StandardCharsets.UTF_8));

        List<FileRow> rows = rows(mixed.toByteArray());

        assertThat(rows).extracting(row -> row.problem() == null).containsExactly(true, false, true);
        assertThat(rows.get(1).problem()).isEqualTo("is not UTF-8, in cell 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows("a,b\n1,2".getBytes(StandardCharsets.UTF_16)))
                .withMessageContaining("UTF-16");
    }

    @Example
    void a_row_has_a_limit_and_quotes_do_not_lift_it() throws IOException {
        String longCell = "x".repeat(LIMIT);

        List<FileRow> rows = rows(("a,b,c\n" + longCell + ",2,3\n1,2,3\n1,\"" + longCell + "\",3\n4,5,6\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(row -> row.problem() == null).containsExactly(false, true, false, true);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('a', '"', ',', '\n', '\r', ' ', '=', '\u00e9', '\u20ac', ';')
                .ofMaxLength(8);
        Arbitrary<List<String>> row = cell.list().ofSize(3);
        return row.list().ofMaxSize(8);
    }

    private static String written(String cell, boolean quoteAll) {
        boolean needs = quoteAll || cell.chars().anyMatch(character -> "\",\r\n".indexOf(character) >= 0);
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<FileRow> rows(byte[] file) throws IOException {
        return rest(CsvRows.of(new ByteArrayInputStream(file), ',', LIMIT));
    }

    private static List<FileRow> rest(CsvRows rows) throws IOException {
        List<FileRow> found = new ArrayList<>();
        Optional<FileRow> row = rows.next();
        while (row.isPresent()) {
            found.add(row.get());
            row = rows.next();
        }
        return found;
    }
}
