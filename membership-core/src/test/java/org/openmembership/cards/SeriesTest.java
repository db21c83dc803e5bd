package org.openmembership.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.MembershipCard;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.cards.CardResult.Refused;
import org.openmembership.cards.CreateResult.Created;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.club.SeriesId;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

@Requirement({"B18", "B33"})
class SeriesTest extends ShopTest {
    private static final SeriesId MAIN = SeriesId.of("main");
    private static final StoreCode STORE = StoreCode.of("store-1");
    private static final CardSeries SERIES = CardSeries.of("main", "OM", 6, CheckDigits.LUHN);

    @Test
    @Requirement("B34")
    void cards_are_made_free_sent_to_a_store_and_handed_out() {
        publish(SERIES);
        Created made = create(3, null, shop.key());
        CardNumber first = made.numbers().get(0);
        AccountId account = shop.account();

        assertThat(made.numbers()).extracting(CardNumber::value).containsExactly("OM0000018", "OM0000026", "OM0000034");
        assertThat(cards().unassigned(Shop.CLUB, null, Page.Request.first(9)).items())
                .extracting(MembershipCard::number)
                .containsExactlyElementsOf(made.numbers());
        assertThat(((Assigned) cards().allocate(first, STORE)).card().status()).isEqualTo(CardStatus.ALLOCATED);
        assertThat(((Assigned) cards().allocate(first, STORE)).repeated()).isTrue();
        assertThat(cards().unassigned(Shop.CLUB, STORE, Page.Request.first(9)).items())
                .hasSize(1);
        assertThat(shop.membership().identification().byCard(first))
                .isEqualTo(new NotIdentified(IdentificationResult.Reason.UNKNOWN));
        assertThat(((Assigned) cards().assign(first, account, null)).card().status())
                .isEqualTo(CardStatus.ACTIVE);
        assertThat(cards().allocate(first, STORE)).isEqualTo(new Refused(Reason.TAKEN));
        assertThat(cards().unassigned(Shop.CLUB, STORE, Page.Request.first(9)).items())
                .isEmpty();
    }

    @Test
    @Requirement("R27")
    void the_same_key_answers_with_the_same_cards() {
        publish(SERIES);
        ExternalKey key = shop.key();
        Created made = create(5, STORE, key);

        assertThat(create(5, null, key)).isEqualTo(new Created(made.batch(), made.numbers(), true));
        assertThat(cards().create(Shop.CLUB, MAIN, 6, STORE, key)).isInstanceOf(CreateResult.KeyReused.class);
        assertThat(create(1, null, shop.key()).batch().first()).isEqualTo(6);
    }

    @Test
    @Requirement("R32")
    void who_make_cards_at_once_get_different_ones() throws Exception {
        publish(SERIES);
        List<Callable<CreateResult>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ExternalKey key = shop.key();
            calls.add(() -> create(20, null, key));
        }
        List<CardNumber> numbers = new ArrayList<>();
        Together.atOnce(calls).forEach(made -> numbers.addAll(((Created) made).numbers()));

        assertThat(numbers).hasSize(120).doesNotHaveDuplicates();
        assertThat(create(1, null, shop.key()).batch().first()).isEqualTo(121);
    }

    @Test
    @Requirement("R19")
    void a_card_scans_without_what_its_series_lets_a_scanner_leave_out() {
        publish(new CardSeries(
                MAIN,
                null,
                new CardSeries.Format("X-4", 6, 1, CheckDigits.LUHN),
                new CardSeries.Scanning(true, true),
                CardSeries.Life.FOR_EVER));
        CardNumber number = create(1, null, shop.key()).numbers().get(0);
        AccountId account = shop.account();
        cards().assign(CardNumber.of("000001"), account, null);
        String check = number.value().substring(9);

        for (String scan : List.of("000001", "000001" + check, "X-4000001", "X-4000001" + check)) {
            Identified found = (Identified) shop.membership().identification().byCard(CardNumber.of(scan));
            assertThat(found.accounts().get(0).account()).as(scan).isEqualTo(account);
        }
        assertThat(cards().of(account)).extracting(MembershipCard::number).containsExactly(number);
    }

    @Test
    @Requirement("R19")
    void cards_that_a_scanner_could_mix_up_are_not_made() {
        publish(SERIES.with(new CardSeries.Scanning(true, false)));
        cards().assign(CardNumber.of("0000026"), shop.account(), null);

        assertThat(cards().create(Shop.CLUB, MAIN, 3, null, shop.key()))
                .isEqualTo(new CreateResult.Refused(CreateResult.Reason.MIXED_UP));
        assertThat(create(1, null, shop.key()).batch().first()).isEqualTo(1);
    }

    @Test
    void a_series_ends_and_must_be_the_clubs() {
        publish(CardSeries.of("main", "", 1, CheckDigits.NONE));

        assertThat(cards().create(Shop.CLUB, MAIN, 10, null, shop.key()))
                .isEqualTo(new CreateResult.Refused(CreateResult.Reason.EXHAUSTED));
        assertThat(create(9, null, shop.key()).numbers()).hasSize(9);
        assertThat(cards().create(Shop.CLUB, SeriesId.of("none"), 1, null, shop.key()))
                .isEqualTo(new CreateResult.Refused(CreateResult.Reason.UNKNOWN_SERIES));
        assertThat(cards().draw(shop.account(), null)).isEqualTo(new Refused(Reason.NO_NUMBER));
    }

    @Test
    @Requirement("B35")
    void a_new_member_gets_the_next_card_of_the_schemes_series() {
        publish(SERIES, CardSeries.of("standard", "ST", 4, CheckDigits.NONE).forScheme(Shop.STANDARD));
        AccountId account = shop.account();

        Assigned drawn =
                (Assigned) cards().draw(account, shop.row(account).owner().mainMember());

        assertThat(drawn.card().number().value()).isEqualTo("ST0001");
        assertThat(drawn.card().account()).contains(account);
    }

    @Test
    @Requirement("C13")
    void a_club_may_hand_out_cards_of_its_series_only() {
        shop.publish(club -> club.accounts(
                new AccountTerms(new AccountTerms.Cards(List.of(SERIES), true, true), AccountTerms.BlockReasons.ANY)));
        AccountId account = shop.account();

        assertThat(cards().assign(CardNumber.of("4711"), account, null)).isEqualTo(new Refused(Reason.UNKNOWN_CARD));
        assertThat(cards().assign(create(1, null, shop.key()).numbers().get(0), account, null))
                .isInstanceOf(Assigned.class);
    }

    @Test
    @Requirement("B20")
    void a_card_identifies_to_the_end_of_its_last_day_in_the_clubs_zone() {
        publish(SERIES.with(new CardSeries.Life(Period.ofDays(10), Period.ofDays(2))));
        CardNumber card = create(1, null, shop.key()).numbers().get(0);
        Assigned handed = (Assigned) cards().assign(card, shop.account(), null);
        assertThat(handed.card().life().lastValidOn()).isEqualTo(LocalDate.of(2026, 3, 11));

        shop.time().set("2026-03-11T22:59:59Z");
        assertThat(shop.membership().identification().byCard(card)).isInstanceOf(Identified.class);
        shop.time().set("2026-03-11T23:00:00Z");
        assertThat(shop.membership().identification().byCard(card))
                .isEqualTo(new NotIdentified(IdentificationResult.Reason.EXPIRED));
    }

    private void publish(CardSeries... series) {
        shop.publish(club -> club.accounts(
                new AccountTerms(new AccountTerms.Cards(List.of(series), false, true), AccountTerms.BlockReasons.ANY)));
    }

    private Created create(int count, @Nullable StoreCode store, ExternalKey key) {
        return (Created) cards().create(Shop.CLUB, MAIN, count, store, key);
    }

    private Cards cards() {
        return shop.membership().cards();
    }
}
