package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.publishing.ClubDocumentResult;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** B9: documents that are deep, long, ambiguous or named like parts of a machine. */
@Requirement({"B9", "S39"})
final class B09BombsTest extends ShopTest {
    private static final int DEEP = 10_000;
    private static final int LONG = 10 * 1_024 * 1_024;

    private static final List<String> BOMBS = List.of(
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
            "{\"reference\":\"1\",\"firstName\":\"" + "x".repeat(LONG) + "\",\"lastName\":\"B\"}",
            "{\"reference\":\"1\",\"reference\":\"2\",\"firstName\":\"A\",\"lastName\":\"B\"}",
            "{\"reference\":\"1\",\"firstName\":\"A\",\"lastName\":\"B\",\"__proto__\":\"x\"}",
            "{\"reference\":\"1\",\"firstName\":\"A\",\"lastName\":\"B\",\"constructor\":\"x\"}",
            "{\"reference\":\"1\",\"firstName\":\"A\",\"lastName\":\"B\",\"@class\":\"java.lang.Runtime\"}",
            "{\"reference\":" + "9".repeat(100_000) + ",\"firstName\":\"A\",\"lastName\":\"B\"}",
            "{\"reference\":1e999999,\"firstName\":\"A\"}",
            "{\"reference\":\"1\",\"firstName\":\"\\ud800\",\"lastName\":\"B\"}");

    @Test
    void none_of_them_is_a_club() {
        for (String bomb : BOMBS) {
            assertThat(shop.membership().clubs().read(bomb)).isInstanceOf(ClubDocumentResult.Faulty.class);
        }
        String club = shop.membership().clubs().write(shop.coffee().build());
        String twice = club.replaceFirst("\\{", "{\"name\":\"First\",");
        assertThat(shop.membership().clubs().read(twice)).isInstanceOf(ClubDocumentResult.Faulty.class);
        assertThat(shop.membership().clubs().current(Shop.CLUB))
                .contains(shop.coffee().build());
    }

    @Test
    void each_is_a_row_that_is_refused_and_the_next_one_is_taken() throws IOException {
        for (int i = 0; i < BOMBS.size(); i++) {
            String file =
                    BOMBS.get(i) + "\n{\"reference\":\"good-" + i + "\",\"firstName\":\"A\",\"lastName\":\"B\"}\n";

            ImportReport report = shop.membership()
                    .importing()
                    .file(
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                            ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.JSON_LINES)
                                    .source("pos"));

            assertThat(report)
                    .as("document %s", i)
                    .matches(found -> found.failed() == 1 && found.done() == 1, "one is refused, one is taken");
        }
        assertThat(shop.storage()
                        .read(stores -> stores.directory()
                                .list(DirectoryQuery.of(new SearchTerm.Everybody()), Page.Request.first(1_000)))
                        .items())
                .hasSameSizeAs(BOMBS);
    }
}
