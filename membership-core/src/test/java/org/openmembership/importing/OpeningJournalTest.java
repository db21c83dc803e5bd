package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.Operation;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journal.JournalType;
import org.openmembership.journals.JournalLine;
import org.openmembership.journals.JournalRefusal;
import org.openmembership.journals.JournalRequest;
import org.openmembership.journals.JournalResult;
import org.openmembership.journals.JournalReversal;
import org.openmembership.journals.LineViolation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Opening balances from files are journals like any other, on every storage; the ledger is audited after each test. */
@Requirement({"B44", "B45"})
final class OpeningJournalTest extends ShopTest {
    private static final DocumentCode PAPER = DocumentCode.of("OB-2026");

    private AccountId ada;
    private AccountId eve;

    @BeforeEach
    void accounts() {
        ada = shop.account();
        eve = shop.account();
    }

    @Test
    void each_chunk_of_a_file_is_a_numbered_journal_under_the_number_of_the_file() throws IOException {
        normal(ada);

        run(file(row(1, ada, 10), row(2, eve, 20), row(3, ada, 30)), 2);

        List<Journal> found = withNumberOfFile();
        assertThat(found).extracting(journal -> journal.id().number()).containsExactly(3L, 2L);
        assertThat(found).extracting(Journal::type).containsOnly(JournalType.OPENING);
        assertThat(found).extracting(journal -> journal.heading().lines()).containsExactly(1, 2);
        assertThat(found.get(1).command().operation()).isEqualTo(Operation.OPENING);
        assertThat(found.get(1).command().key()).isEqualTo(ExternalKey.of("old", "1"));
        assertThat(normal(eve)).isEqualTo(4);
        assertThat(shop.membership()
                        .journals()
                        .of(Shop.CLUB, Page.Request.first(10))
                        .items())
                .hasSize(4)
                .containsAll(found);
    }

    @Test
    @Requirement("R28")
    void its_entries_are_those_of_the_rows_in_their_order_and_then_what_was_written_off() throws IOException {
        run(
                file(
                        row(1, eve, 10, "2020-01-01,2021-01-01"),
                        row(2, ada, 20),
                        row(3, eve, 30),
                        row(4, ada, 40, "2019-01-01,2019-02-01")),
                10);

        List<PointEntry> entries =
                shop.membership().journals().entries(withNumberOfFile().get(0).id());
        assertThat(entries)
                .extracting(entry -> entry.cause().origin().command().key().value())
                .containsExactly("1", "2", "3", "4", "1", "4");
        assertThat(entries)
                .extracting(PointEntry::kind)
                .containsExactly(
                        EntryKind.OPENING,
                        EntryKind.OPENING,
                        EntryKind.OPENING,
                        EntryKind.OPENING,
                        EntryKind.EXPIRY,
                        EntryKind.EXPIRY);
    }

    @Test
    @Requirement({"R27", "I8"})
    void what_a_run_finds_there_already_makes_no_journal_and_no_gap() throws IOException {
        run(file(row(1, ada, 10), row(2, eve, 20)), 2);

        run(file(row(1, ada, 10), row(2, eve, 20), row(3, ada, 30), row(2, eve, 20)), 2);

        List<Journal> found = withNumberOfFile();
        assertThat(found).extracting(journal -> journal.id().number()).containsExactly(2L, 1L);
        assertThat(found).extracting(journal -> journal.heading().lines()).containsExactly(1, 2);
        assertThat(shop.available(ada)).isEqualTo(Points.of(40));
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_run_that_was_cut_off_goes_on_with_the_next_number() throws IOException {
        String file = file(row(1, ada, 1), row(2, eve, 2), row(3, ada, 3), row(4, eve, 4), row(5, ada, 5));
        List<ImportReport> heard = new ArrayList<>();
        ImportOptions cut = openings(2).progress(report -> {
            heard.add(report);
            if (report.done() == 4) {
                throw new IllegalStateException("the plug is pulled");
            }
        });
        assertThatThrownBy(() -> shop.membership().importing().file(bytes(file), cut))
                .hasMessage("the plug is pulled");

        shop.membership()
                .importing()
                .file(bytes(file), openings(2).from(heard.get(1).position()));

        assertThat(withNumberOfFile())
                .extracting(journal -> journal.id().number())
                .containsExactly(3L, 2L, 1L);
        assertThat(shop.available(ada)).isEqualTo(Points.of(9));
    }

    @Test
    void a_dry_run_has_no_number() throws IOException {
        shop.membership()
                .importing()
                .file(bytes(file(row(1, ada, 10))), openings(2).dryRun());

        assertThat(withNumberOfFile()).isEmpty();
        assertThat(normal(ada)).isEqualTo(1);
    }

    @Test
    @Requirement({"R21", "R26", "I11"})
    void the_whole_file_is_undone_by_its_journals_once() throws IOException {
        shop.give(ada, 7);
        run(file(row(1, ada, 10), row(2, eve, 20, "2020-01-01,2021-01-01"), row(3, ada, 30), row(4, eve, 5)), 2);

        List<Journal> journals = withNumberOfFile();
        for (Journal journal : journals) {
            assertThat(undo(journal)).isInstanceOf(JournalResult.Posted.class);
        }

        assertThat(shop.available(ada)).isEqualTo(Points.of(7));
        assertThat(shop.available(eve)).isEqualTo(Points.ZERO);
        assertThat(undo(journals.get(0)))
                .isEqualTo(new JournalResult.Refused(List.of(new LineViolation(0, JournalRefusal.ALREADY_REVERSED))));
        assertThat(withNumberOfFile()).isEqualTo(journals);
    }

    @Test
    void a_line_that_cannot_be_undone_is_named_by_its_place_among_those_that_were_kept() throws IOException {
        run(file(row(1, ada, 10), "2,nowhere,5,,", row(3, eve, 20)), 10);
        shop.closeAccount(eve);

        assertThat(undo(withNumberOfFile().get(0)))
                .isEqualTo(new JournalResult.Refused(List.of(new LineViolation(2, JournalRefusal.CLOSED))));
    }

    @Test
    @Requirement("R27")
    void a_row_and_a_journal_may_have_the_same_key() throws IOException {
        ExternalKey key = ExternalKey.of("old", "1");
        JournalRequest request =
                JournalRequest.opening(Shop.CLUB, List.of(JournalLine.opening(ada, Points.of(3))), key);
        shop.membership().journals().post(request);

        run(file(row(1, ada, 10)), 10);

        assertThat(shop.available(ada)).isEqualTo(Points.of(13));
        assertThat(shop.membership().journals().lookup(Shop.CLUB, key))
                .hasValueSatisfying(
                        posted -> assertThat(posted.journal().id().number()).isEqualTo(1));
    }

    private long normal(AccountId account) {
        JournalResult posted = shop.membership()
                .journals()
                .post(JournalRequest.normal(
                        Shop.CLUB, List.of(JournalLine.of(account, Points.of(1), "any")), shop.key()));
        return ((JournalResult.Posted) posted).journal().id().number();
    }

    private JournalResult undo(Journal journal) {
        return shop.membership().journals().reverse(JournalReversal.of(journal.id(), "wrong-file", shop.key()));
    }

    private List<Journal> withNumberOfFile() {
        return shop.membership()
                .journals()
                .withDocument(Shop.CLUB, PAPER, Page.Request.first(10))
                .items();
    }

    private void run(String file, int chunk) throws IOException {
        shop.membership().importing().file(bytes(file), openings(chunk));
    }

    private static ImportOptions openings(int chunk) {
        return ImportOptions.of(ImportKind.OPENINGS, ImportFormat.CSV)
                .source("old")
                .club(Shop.CLUB)
                .document(PAPER)
                .chunk(chunk);
    }

    private static String row(int reference, AccountId account, int points) {
        return row(reference, account, points, ",");
    }

    private static String row(int reference, AccountId account, int points, String days) {
        return reference + "," + account + "," + points + "," + days;
    }

    private static String file(String... rows) {
        return "reference,account,points,earnedOn,expiresOn\n" + String.join("\n", rows) + "\n";
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
