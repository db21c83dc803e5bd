package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.MembershipCard;
import org.openmembership.cards.CreateResult;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.club.SeriesId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Files of cards, on every storage. */
@Requirement({"B33", "B18"})
final class CardFileTest extends ShopTest {
    private static final String HEADER = "number,series,status,store,member,account,lastValidOn,blockReason\n";
    private static final CardSeries SERIES =
            CardSeries.of("main", "OM", 4, CheckDigits.NONE).with(new CardSeries.Scanning(true, false));

    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();
    private MemberId ada;

    @BeforeEach
    void members() {
        shop.publish(club -> club.accounts(new AccountTerms(
                new AccountTerms.Cards(List.of(SERIES), false, true),
                new AccountTerms.BlockReasons(Set.of(), Set.of(), Set.of(ReasonCode.of("LOST"))))));
        ada = member("ada");
        member("eve");
    }

    @Test
    @Requirement({"B33", "B34", "R19", "R55"})
    void cards_are_taken_over_with_series_status_owner_and_last_day() throws IOException {
        AccountId eves = shop.account();

        ImportReport report = run(
                cards(),
                HEADER
                        + "OM0007,main,FREE,,,,,\n"
                        + "OM0008,main,,store-1,,,,\n"
                        + "OM0009,main,ACTIVE,,ada,,2027-05-01,\n"
                        + "legacy-1,,,,,"
                        + eves
                        + ",,\n"
                        + "legacy-2,,BLOCKED,,ada,,,LOST\n"
                        + "legacy-3,,ACTIVE,,,,,\n");

        assertThat(report).isEqualTo(new ImportReport(6, 0, 0, 0, report.position()));
        assertThat(card("OM0007").status()).isEqualTo(CardStatus.FREE);
        assertThat(card("OM0008").status()).isEqualTo(CardStatus.ALLOCATED);
        assertThat(card("0009").number()).isEqualTo(CardNumber.of("OM0009"));
        assertThat(card("OM0009").carrier()).isEqualTo(ada);
        assertThat(card("OM0009").life().lastValidOn()).isEqualTo(LocalDate.of(2027, 5, 1));
        assertThat(card("legacy-1").account()).contains(eves);
        assertThat(card("legacy-2").status()).isEqualTo(CardStatus.BLOCKED);
        assertThat(card("legacy-2").account()).isEqualTo(card("OM0009").account());
        assertThat(account(card("legacy-3")).isUnassigned()).isTrue();
        assertThat(account(card("OM0009")).owner().mainMember()).isEqualTo(ada);
    }

    @Test
    @Requirement("B18")
    void numbers_are_drawn_behind_those_that_came_from_elsewhere() throws IOException {
        run(cards(), HEADER + "OM0007,main,,,,,,\nOM0003,main,,,,,,\n");

        CreateResult made = shop.membership().cards().create(Shop.CLUB, SeriesId.of("main"), 2, null, shop.key());

        assertThat(((CreateResult.Created) made).numbers())
                .containsExactly(CardNumber.of("OM0008"), CardNumber.of("OM0009"));
    }

    @Test
    void what_is_refused_is_written_down_with_its_reason_to_be_mended_and_taken_over_again() throws IOException {
        run(cards(), HEADER + "OM0001,main,,,,,,\n");
        String file = HEADER
                + ",main,,,,,,\n"
                + "OM12,main,,,,,,\n"
                + "x-1,other,,,,,,\n"
                + "x-2,,LOOSE,,,,,\n"
                + "x-3,,FREE,,ada,,,\n"
                + "x-4,,,,nobody,,,\n"
                + "x-5,,,,,a-99,,\n"
                + "x-6,,,,,,soon,\n"
                + "x-7,,,,,,,WORN\n"
                + "0001,,,,,,,\n"
                + "x-8,,,,eve,,,\n";

        ImportReport report = run(cards(), file);

        assertThat(report).isEqualTo(new ImportReport(1, 0, 0, 10, report.position()));
        List<String> reasons = faults().lines().skip(1).toList();
        assertThat(reasons).hasSize(10);
        assertThat(reasons)
                .anyMatch(line -> line.startsWith("1,\"number\",\"number must be given"))
                .anyMatch(line -> line.startsWith("2,\"number\",\"number is none of the series"))
                .anyMatch(line -> line.startsWith("3,\"series\",\"series is none of the club's"))
                .anyMatch(line -> line.startsWith("4,\"status\",\"status must be one of"))
                .anyMatch(line -> line.startsWith("5,\"status\",\"status is FREE, but"))
                .anyMatch(line -> line.startsWith("6,\"member\",\"member is nobody's reference"))
                .anyMatch(line -> line.startsWith("7,\"account\",\"account does not exist"))
                .anyMatch(line -> line.startsWith("8,\"lastValidOn\","))
                .anyMatch(line -> line.startsWith("9,\"blockReason\",\"blockReason is none of the club's"))
                .anyMatch(line -> line.startsWith("10,\"number\",\"number would scan like another card"));
        assertThat(run(cards(), faults().replace("nobody", "ada").replace("WORN", "LOST")))
                .matches(mended -> mended.done() == 2 && mended.failed() == 8);
    }

    @Test
    void a_file_that_is_taken_over_again_changes_nothing_and_the_first_of_a_number_counts() throws IOException {
        String file = HEADER + "x-1,,,,ada,,,\nx-2,,,,,,,\nx-1,,,,eve,,,\n";

        assertThat(run(cards(), file)).matches(report -> report.done() == 2 && report.repeated() == 1);
        assertThat(run(cards().chunk(1), file)).matches(report -> report.done() == 0 && report.repeated() == 3);
        assertThat(card("x-1").carrier()).isEqualTo(ada);
    }

    @Test
    void a_dry_run_checks_and_counts_and_keeps_nothing() throws IOException {
        ImportReport report = run(cards().dryRun(), HEADER + "x-1,,,,ada,,,\nx-2,,,,nobody,,,\nx-1,,,,ada,,,\n");

        assertThat(report).matches(found -> found.done() == 1 && found.repeated() == 1 && found.failed() == 1);
        assertThat(faults()).contains("member is nobody's reference");
        assertThat(shop.membership().cards().find(CardNumber.of("x-1"))).isEmpty();
        assertThat(shop.membership().members().accounts(ada)).isEmpty();
    }

    @Test
    void a_run_that_was_cut_off_goes_on_where_it_was_heard_of_last_from_lines_of_json_too() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= 25; i++) {
            file.append("{\"number\":\"x-").append(i).append("\",\"member\":\"ada\"}\n");
        }
        List<ImportReport> heard = new ArrayList<>();
        ImportOptions json = ImportOptions.of(ImportKind.CARDS, ImportFormat.JSON_LINES)
                .source("old")
                .club(Shop.CLUB)
                .chunk(10);
        assertThatThrownBy(() -> run(
                        json.progress(report -> {
                            heard.add(report);
                            if (report.done() == 20) {
                                throw new IllegalStateException("the plug is pulled");
                            }
                        }),
                        file.toString()))
                .hasMessage("the plug is pulled");

        ImportReport rest = run(json.progress(report -> {}).from(heard.get(1).position()), file.toString());

        assertThat(rest).matches(report -> report.done() == 5 && report.repeated() == 0);
        assertThat(shop.membership().cards().of(ada)).hasSize(25);
        assertThat(shop.membership().members().accounts(ada)).hasSize(1);
    }

    @Test
    @Requirement({"R20", "R55"})
    void cards_need_a_club_and_a_permission_and_where_the_club_says_so_a_person() throws IOException {
        String file = HEADER + "x-1,,ACTIVE,,,,,\nx-2,,,,,,,\n";
        ImportOptions clubless = ImportOptions.of(ImportKind.CARDS, ImportFormat.CSV);
        assertThatThrownBy(() -> run(clubless, file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.till("till-7")).importing().file(bytes(file), cards()))
                .isInstanceOf(PermissionDeniedException.class);

        shop.publish(club -> club.accounts(
                new AccountTerms(new AccountTerms.Cards(List.of(SERIES), true, false), AccountTerms.BlockReasons.ANY)));
        assertThat(run(cards(), file + "OM0001,main,ACTIVE,,,,,\nOM0002,main,,,,,,\n"))
                .matches(report -> report.done() == 1 && report.failed() == 3);
        assertThat(faults()).contains("only cards of its series").contains("no cards without a person");
    }

    private MemberId member(String reference) {
        return shop.membership()
                .importing()
                .member(MemberImport.of("old", reference).name("Some", "Body").build())
                .member();
    }

    private MembershipCard card(String scanned) {
        return shop.membership().cards().find(CardNumber.of(scanned)).orElseThrow();
    }

    private MemberAccount account(MembershipCard card) {
        return shop.storage()
                .read(stores -> stores.accounts().find(card.account().orElseThrow()))
                .orElseThrow();
    }

    private static ImportOptions cards() {
        return ImportOptions.of(ImportKind.CARDS, ImportFormat.CSV)
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
