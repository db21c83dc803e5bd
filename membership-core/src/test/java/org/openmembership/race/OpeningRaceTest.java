package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.journal.Journal;
import org.openmembership.journals.JournalLine;
import org.openmembership.journals.JournalRequest;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Files of opening balances that are taken over at once, and beside journals, on every storage. */
@Requirement({"R32", "B44", "B45"})
final class OpeningRaceTest extends ShopTest {
    @Test
    @Requirement({"R27", "I8"})
    void a_file_that_is_taken_over_many_times_at_once_counts_once() throws Exception {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        String file = rows(1, ada, eve);
        List<Callable<ImportReport>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> take(file));
        }

        List<ImportReport> reports = Tills.atOnce(calls);

        assertThat(reports).allMatch(report -> report.done() + report.repeated() == 4);
        assertThat(reports.stream().mapToLong(ImportReport::done).sum()).isEqualTo(4);
        assertThat(shop.available(ada)).isEqualTo(Points.of(2));
        assertThat(shop.available(eve)).isEqualTo(Points.of(2));
        assertNumbered(2);
    }

    @Test
    void files_and_journals_over_the_same_accounts_are_all_posted_and_numbered_without_gaps() throws Exception {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String file = i % 2 == 0 ? rows(i * 10, ada, eve) : rows(i * 10, eve, ada);
            JournalRequest request = JournalRequest.normal(
                    Shop.CLUB,
                    List.of(JournalLine.of(ada, Points.of(1), "gift"), JournalLine.of(eve, Points.of(1), "gift")),
                    shop.key());
            calls.add(() -> take(file));
            calls.add(() -> shop.membership().journals().post(request));
        }

        Tills.atOnce(calls);

        assertThat(shop.available(ada)).isEqualTo(Points.of(9));
        assertThat(shop.available(eve)).isEqualTo(Points.of(9));
        assertNumbered(9);
    }

    private void assertNumbered(long last) {
        List<Journal> journals = shop.membership()
                .journals()
                .of(Shop.CLUB, Page.Request.first(100))
                .items();
        assertThat(journals.stream().map(journal -> journal.id().number()).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }

    private ImportReport take(String file) throws Exception {
        return shop.membership()
                .importing()
                .file(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.of(ImportKind.OPENINGS, ImportFormat.CSV)
                                .source("old")
                                .club(Shop.CLUB)
                                .chunk(2));
    }

    /** Two chunks of one point for each. */
    private static String rows(int first, AccountId one, AccountId other) {
        return "reference,account,points\n" + first + "," + one + ",1\n" + (first + 1) + "," + other + ",1\n"
                + (first + 2) + "," + one + ",1\n" + (first + 3) + "," + other + ",1\n";
    }
}
