package org.openmembership.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.BarcodeMask;
import org.openmembership.club.ClubId;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.document.ClubDocuments;
import org.openmembership.document.ClubReading;
import org.openmembership.document.Fault;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Barcodes that hold more than a card's number, on every storage. */
@Requirement({"B20", "B27", "B36"})
final class MasksTest extends ShopTest {
    private static final String BARCODE = "22330041239";

    @Test
    @Requirement("D12")
    void a_barcode_of_the_clubs_mask_finds_the_card_whose_number_it_holds() {
        publish(BarcodeMask.of("2233######?"));
        MemberId ada = shop.member();
        AccountId account = card("004123", ada);

        Identified found = (Identified) scan(BARCODE);

        assertThat(found.member()).isEqualTo(ada);
        assertThat(found.accounts()).extracting(seen -> seen.account()).containsExactly(account);
        assertThat(scan("22330041230")).isEqualTo(found);
        assertThat(scan("004123")).isEqualTo(found);
        assertThat(scan("22340041239")).isEqualTo(new NotIdentified(Reason.UNKNOWN));
        assertThat(scan("22330041249")).isEqualTo(new NotIdentified(Reason.UNKNOWN));
    }

    @Test
    @Requirement("C1")
    void a_clerk_finds_the_customer_by_the_same_barcode() {
        publish(BarcodeMask.of("2233######?"));
        card("004123", shop.member());
        MemberId ada = shop.member();
        card("004124", ada);

        for (CustomerSearch search :
                List.of(CustomerSearch.of(By.CODE, "22330041249"), CustomerSearch.anything(" 22330041249 "))) {
            assertThat(shop.membership()
                            .finding()
                            .customers(search, Page.Request.first(9))
                            .items())
                    .extracting(ListedCustomer::member)
                    .containsExactly(ada);
        }
    }

    @Test
    void a_mask_counts_on_its_days_by_the_clubs_clock() {
        publish(new BarcodeMask("2233######?", null, LocalDate.parse("2026-03-01")));
        card("004123", shop.member());

        assertThat(scan(BARCODE)).isInstanceOf(Identified.class);
        shop.time().advance(Duration.ofHours(11));

        assertThat(scan(BARCODE)).isEqualTo(new NotIdentified(Reason.UNKNOWN));
    }

    @Test
    @Requirement("R19")
    void what_could_be_two_cards_is_none_whichever_was_there_first() {
        publish(BarcodeMask.of("2233######?"));
        card("004123", shop.member());
        AccountId plain = card(BARCODE, shop.member());

        assertThat(scan(BARCODE)).isEqualTo(new NotIdentified(Reason.UNKNOWN));
        assertThat(((Identified) scan("004123")).accounts())
                .extracting(seen -> seen.account())
                .doesNotContain(plain);
    }

    @Test
    @Requirement("R19")
    void a_mask_finds_cards_of_its_own_club_alone() {
        ClubId other = shop.anotherClub("tea");
        publish(BarcodeMask.of("2233######?"));
        AccountId theirs = shop.account(shop.member(), other);
        assertThat(shop.membership().cards().assign(CardNumber.of("004123"), theirs, null))
                .isInstanceOf(Assigned.class);

        assertThat(scan(BARCODE)).isEqualTo(new NotIdentified(Reason.UNKNOWN));
    }

    @Test
    @Requirement({"B10", "B32"})
    void faults_of_masks_and_of_where_people_are_created_are_reported_by_path() {
        String json = """
                { "id": "tea", "name": "Tea", "currency": "EUR", "zone": "Europe/Berlin",
                  "schemes": [ { "id": "tea-only", "name": "Only", "sequence": 1 } ],
                  "accounts": { "contactHandling": "CUSTOMERS", "barcodeMasks": [
                    { "mask": "2233" }, { "mask": "22##", "firstDay": "tomorrow" }, { "lastDay": "2026-12-31" },
                    { "mask": "22##", "firstDay": "2026-12-31", "lastDay": "2026-01-01" } ] } }
                """;

        assertThat(((ClubReading.Faulty) ClubDocuments.read(json)).faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "$.accounts.contactHandling",
                        "$.accounts.barcodeMasks[0].mask",
                        "$.accounts.barcodeMasks[1].firstDay",
                        "$.accounts.barcodeMasks[2].mask",
                        "$.accounts.barcodeMasks[3]");
    }

    private IdentificationResult scan(String text) {
        return shop.membership().identification().byCard(CardNumber.of(text));
    }

    private AccountId card(String number, MemberId member) {
        AccountId account = shop.account(member, Shop.CLUB);
        assertThat(shop.membership().cards().assign(CardNumber.of(number), account, member))
                .isInstanceOf(Assigned.class);
        return account;
    }

    private void publish(BarcodeMask mask) {
        shop.publish(club -> club.accounts(new AccountTerms(
                new AccountTerms.Cards(List.of(), false, true, List.of(mask)), AccountTerms.BlockReasons.ANY)));
    }
}
