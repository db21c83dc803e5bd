package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Files of opening balances, on every storage; the ledger is audited after each test. */
@Requirement("B44")
final class OpeningFileTest extends ShopTest {
    private static final String HEADER = "reference,member,account,card,points,pointKind,earnedOn,expiresOn\n";

    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();
    private MemberId ada;

    @BeforeEach
    void member() {
        ada = shop.membership()
                .importing()
                .member(MemberImport.of("old", "ada").name("Some", "Body").build())
                .member();
    }

    @Test
    @Requirement({"R23", "R55"})
    void balances_come_to_members_accounts_and_cards_with_their_days() throws IOException {
        AccountId account = shop.account();
        shop.membership().cards().register(CardNumber.of("4000-1"), Shop.CLUB);

        ImportReport report = run(
                openings(),
                HEADER
                        + "1,ada,,,100,,2025-06-01,2026-12-31\n"
                        + "2,ada,,,20.5,OTHER,,\n"
                        + "3,,"
                        + account
                        + ",,7,,,\n"
                        + "4,,,4000-1,8,,,\n");

        assertThat(report).isEqualTo(new ImportReport(4, 0, 0, 0, report.position()));
        AccountId adas = adas();
        assertThat(shop.available(adas)).isEqualTo(Points.ofHundredths(12_050));
        assertThat(shop.available(account)).isEqualTo(Points.of(7));
        assertThat(shop.available(account("4000-1"))).isEqualTo(Points.of(8));
        List<PointEntry> entries = shop.history(adas);
        assertThat(entries).extracting(PointEntry::kind).containsOnly(EntryKind.OPENING);
        assertThat(entries)
                .extracting(entry -> entry.cause().pointKind())
                .containsExactlyInAnyOrder(PointKind.AWARD, PointKind.OTHER);
        Lot first = shop.lots(adas).get(0);
        assertThat(first.life().earnedAt()).isEqualTo(Instant.parse("2025-05-31T22:00:00Z"));
        assertThat(first.life().lapsesAt()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @Test
    @Requirement("R28")
    void what_is_over_already_is_posted_and_written_off_at_once() throws IOException {
        run(
                openings(),
                HEADER
                        + "1,ada,,,100,,2020-01-01,2021-01-01\n2,ada,,,5,,2020-01-01,\n3,ada,,,1,,2019-01-01,2019-02-01\n");

        assertThat(shop.available(adas())).isEqualTo(Points.of(5));
        assertThat(shop.history(adas()))
                .extracting(PointEntry::kind)
                .filteredOn(EntryKind.EXPIRY::equals)
                .hasSize(2);
    }

    @Test
    @Requirement("R27")
    void a_row_counts_once_and_one_that_says_something_else_by_now_is_refused() throws IOException {
        String file = HEADER + "1,ada,,,100,,,\n2,ada,,,20,,,\n1,ada,,,100,,,\n";

        assertThat(run(openings(), file)).matches(report -> report.done() == 2 && report.repeated() == 1);
        assertThat(run(openings().chunk(1), file)).matches(report -> report.done() == 0 && report.repeated() == 3);
        assertThat(run(openings(), HEADER + "1,ada,,,101,,,\n"))
                .matches(report -> report.done() == 0 && report.failed() == 1);
        assertThat(faults()).contains("was taken over before, with something else");
        assertThat(shop.available(adas())).isEqualTo(Points.of(120));
    }

    @Test
    void what_is_refused_is_written_down_with_its_reason_and_the_rest_is_kept() throws IOException {
        AccountId other = shop.account(shop.member(), shop.anotherClub("tea"));

        ImportReport report = run(
                openings(),
                HEADER
                        + ",ada,,,1,,,\n"
                        + "2,,,,1,,,\n"
                        + "3,ada,,,-1,,,\n"
                        + "4,ada,,,1.234,,,\n"
                        + "5,nobody,,,1,,,\n"
                        + "6,,"
                        + other
                        + ",,1,,,\n"
                        + "7,,,none,1,,,\n"
                        + "8,ada,,,1,,2030-01-01,\n"
                        + "9,ada,,,1,,2026-01-02,2026-01-01\n"
                        + "10,ada,,,1,,,2026-01-01\n"
                        + "11,ada,,,1,GOLD,,\n"
                        + "12,ada,,,1,,,\n");

        assertThat(report).isEqualTo(new ImportReport(1, 0, 0, 11, report.position()));
        assertThat(faults())
                .contains("reference must be given")
                .contains("member must be given, or an account or a card")
                .contains("points must be above 0")
                .contains("member is nobody's reference")
                .contains("account is of another club")
                .contains("card is nobody's")
                .contains("earnedOn is in the future")
                .contains("expiresOn is before earnedOn")
                .contains("expiresOn is over")
                .contains("pointKind must be one of");
        assertThat(shop.available(adas())).isEqualTo(Points.of(1));
    }

    @Test
    void a_dry_run_keeps_nothing_and_a_run_that_was_cut_off_goes_on() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= 25; i++) {
            file.append("{\"reference\":").append(i).append(",\"member\":\"ada\",\"points\":2}\n");
        }
        ImportOptions json = ImportOptions.of(ImportKind.OPENINGS, ImportFormat.JSON_LINES)
                .source("old")
                .club(Shop.CLUB)
                .chunk(10);
        assertThat(run(json.dryRun(), file.toString()).done()).isEqualTo(25);
        assertThat(shop.membership().members().accounts(ada)).isEmpty();

        List<ImportReport> heard = new ArrayList<>();
        ImportOptions cut = ImportOptions.of(ImportKind.OPENINGS, ImportFormat.JSON_LINES)
                .source("old")
                .club(Shop.CLUB)
                .chunk(10);
        assertThatThrownBy(() -> run(
                        cut.progress(report -> {
                            heard.add(report);
                            if (report.done() == 20) {
                                throw new IllegalStateException("the plug is pulled");
                            }
                        }),
                        file.toString()))
                .hasMessage("the plug is pulled");
        assertThat(run(cut.progress(report -> {}).from(heard.get(1).position()), file.toString())
                        .done())
                .isEqualTo(5);
        assertThat(shop.available(adas())).isEqualTo(Points.of(50));
    }

    @Test
    @Requirement("R20")
    void nobody_posts_balances_without_permission_to_import() {
        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.till("till-7"))
                        .importing()
                        .file(bytes(HEADER + "1,ada,,,1,,,\n"), openings()))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private AccountId adas() {
        return shop.membership().members().accounts(ada).get(0).id();
    }

    private AccountId account(String card) {
        return shop.membership()
                .cards()
                .find(CardNumber.of(card))
                .orElseThrow()
                .account()
                .orElseThrow();
    }

    private static ImportOptions openings() {
        return ImportOptions.of(ImportKind.OPENINGS, ImportFormat.CSV)
                .source("old")
                .club(Shop.CLUB);
    }

    private ImportReport run(ImportOptions options, String file) throws IOException {
        faults.reset();
        return shop.membership().importing().file(bytes(file), options.faults(faults));
    }

    private String faults() {
        return faults.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
