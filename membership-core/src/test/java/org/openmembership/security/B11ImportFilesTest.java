package org.openmembership.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportPosition;
import org.openmembership.importing.ImportReport;
import org.openmembership.importing.MemberImport;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** B11: the same broken file of customers, members, cards and opening balances, row for row. */
@Requirement({"B11", "B44", "B18"})
final class B11ImportFilesTest extends ShopTest {
    private static final Map<ImportKind, String> HEADERS = Map.of(
            ImportKind.CUSTOMERS, "reference,firstName,lastName\n",
            ImportKind.MEMBERS, "reference,firstName,lastName\n",
            ImportKind.CARDS, "number,member,account\n",
            ImportKind.OPENINGS, "reference,member,points\n");
    private static final Map<ImportKind, String> RESTS = Map.of(
            ImportKind.CUSTOMERS, ",Ada,Byron",
            ImportKind.MEMBERS, ",Ada,Byron",
            ImportKind.CARDS, ",ada,",
            ImportKind.OPENINGS, ",ada,5");
    private static final int GOOD = 5;
    private static final int REPEATED = 1;
    private static final int BROKEN = 6;
    private static final int ROWS = GOOD + REPEATED + BROKEN;

    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();

    @BeforeEach
    void member() {
        shop.membership()
                .importing()
                .member(MemberImport.of("pos", "ada").name("Some", "Body").build());
    }

    @Test
    void each_broken_row_is_refused_by_itself_and_the_others_are_taken_over() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            faults.reset();
            ImportReport report = run(kind, options(kind).faults(faults), file(kind, "a"));

            assertThat(report)
                    .as(kind.name())
                    .isEqualTo(new ImportReport(GOOD, REPEATED, 0, BROKEN, report.position()));
            assertThat(report.position().row()).isEqualTo(ROWS);
            assertThat(faults.toString(ISO_8859_1).lines().filter(line -> line.matches("\\d+,\"[^\"]*\",\".*")))
                    .extracting(line -> line.replaceFirst(",.*", ""))
                    .containsExactly("3", "7", "8", "10", "11", "12");
        }
    }

    @Test
    void the_same_file_again_changes_nothing_however_it_is_cut_into_chunks() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            byte[] file = file(kind, "a");
            run(kind, options(kind), file);
            for (int chunk : new int[] {1, 3, ROWS, 1_000}) {
                ImportReport again = run(kind, options(kind).chunk(chunk), file);
                assertThat(again)
                        .as(kind + " by " + chunk)
                        .isEqualTo(new ImportReport(0, GOOD + REPEATED, 0, BROKEN, again.position()));
            }
        }
    }

    @Test
    void a_run_that_was_cut_off_anywhere_goes_on_from_the_place_it_told_last() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            for (int end = 1; end < ROWS / 2; end++) {
                byte[] file = file(kind, "cut" + end);
                List<ImportReport> heard = new ArrayList<>();
                int last = end;
                assertThatThrownBy(() -> run(
                                kind,
                                options(kind).chunk(2).progress(report -> {
                                    heard.add(report);
                                    if (heard.size() == last) {
                                        throw new IllegalStateException("the plug is pulled");
                                    }
                                }),
                                file))
                        .hasMessage("the plug is pulled");
                ImportReport before = heard.get(last - 1);

                ImportReport rest = run(kind, options(kind).from(before.position()), file);

                assertThat(before.done() + rest.done()).isEqualTo(GOOD);
                assertThat(before.repeated() + rest.repeated()).isEqualTo(REPEATED);
                assertThat(before.failed() + rest.failed()).isEqualTo(BROKEN);
                assertThat(rest.position().row()).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void a_dry_run_says_the_same_and_keeps_nothing() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            ImportReport dry = run(kind, options(kind).dryRun(), file(kind, "a"));
            assertThat(run(kind, options(kind), file(kind, "a")))
                    .as(kind.name())
                    .isEqualTo(dry);
        }
    }

    @Test
    void a_file_in_another_encoding_or_without_a_header_of_ours_is_refused_as_a_whole() {
        for (ImportKind kind : ImportKind.values()) {
            String text = HEADERS.get(kind) + "1" + RESTS.get(kind) + "\n";
            for (byte[] file : List.of(
                    text.getBytes(StandardCharsets.UTF_16),
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                    text.replace('\n', '\r').getBytes(UTF_8),
                    ("re\"ference" + text).getBytes(UTF_8))) {
                assertThatThrownBy(() -> run(kind, options(kind), file)).isInstanceOf(IllegalArgumentException.class);
            }
            for (byte[] file : List.of(
                    text.getBytes(StandardCharsets.UTF_16LE),
                    ("reference," + text).getBytes(UTF_8),
                    ("=1+1," + text).getBytes(UTF_8))) {
                assertThatThrownBy(() -> run(kind, options(kind), file))
                        .isInstanceOfAny(InvalidRequestException.class, IllegalArgumentException.class);
            }
        }
    }

    @Test
    void a_place_behind_the_end_of_the_file_is_its_end() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            ImportOptions beyond = options(kind).from(new ImportPosition(1_000_000, Long.MAX_VALUE));
            assertThat(run(kind, beyond, file(kind, "a")))
                    .matches(report -> report.done() == 0 && report.failed() == 0);
        }
    }

    private ImportOptions options(ImportKind kind) {
        return ImportOptions.of(kind, ImportFormat.CSV).source("pos").club(Shop.CLUB);
    }

    private ImportReport run(ImportKind kind, ImportOptions options, byte[] file) throws IOException {
        assertThat(file).as(kind.name()).isNotEmpty();
        return shop.membership().importing().file(new ByteArrayInputStream(file), options);
    }

    /** Row 3 is Latin-1, 7 has a line break in quotes, 8 never closes them, 10 and 11 lack and have too much, 12 is cut off. */
    private static byte[] file(ImportKind kind, String key) {
        String rest = RESTS.get(kind);
        String rows = String.join(
                "\n",
                key + "1" + rest,
                key + "2" + rest + "\r",
                key + "\u00e4" + rest,
                key + "1" + rest,
                "=" + key + "+1" + rest,
                "\"" + key + " \"\"6\"\"\"" + rest,
                "\"" + key + "\r\n7\"" + rest,
                "\"" + key + "8" + rest,
                key + "9" + rest,
                key + "10",
                key + "11" + rest + ",more",
                "\"" + key + "12");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("\uFEFF".getBytes(UTF_8));
        file.writeBytes(HEADERS.get(kind).getBytes(UTF_8));
        file.writeBytes(rows.getBytes(ISO_8859_1));
        return file.toByteArray();
    }
}
