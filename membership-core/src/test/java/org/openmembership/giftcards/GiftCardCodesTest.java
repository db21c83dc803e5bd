package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.giftcards.GiftCardResult.Unknown;
import org.openmembership.giftcards.GiftCardResult.Wait;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;

/** Who reaches which gift card by what, on every storage. */
@Requirement("A51")
final class GiftCardCodesTest extends GiftCardStage {
    private static final Page.Request ALL = Page.Request.first(10);

    @Test
    void codes_are_masked_wherever_a_card_is_shown() {
        MemberId ada = shop.member();
        GiftCardId card = digital("EUR 5.00", ada);
        String code = personal(card);

        ShownCode shown = search().of(ada, ALL).items().get(0).codes().get(0);

        assertThat(shown.text()).isEqualTo("****" + code.substring(code.length() - 4));
        assertThat(((FindResult.Found) search().find(code)).card().codes()).containsExactly(shown);
        assertThat(search().list(GiftCardQuery.ALL, ALL).items().get(0).codes()).containsExactly(shown);
    }

    @Test
    void a_pin_and_a_code_from_elsewhere_are_never_shown_again() {
        GiftCardId card = printed("EUR 5.00");

        assertThat(search().codes(card))
                .extracting(ShownCode::kind, ShownCode::text, ShownCode::isMasked)
                .containsExactly(
                        tuple(GiftCardCodeKind.PHYSICAL, "****0001", true), tuple(GiftCardCodeKind.PIN, "****", true));
    }

    @Test
    void clerks_find_by_code_managers_list_all_and_neither_sees_whole_codes() {
        GiftCardId card = digital("EUR 5.00", null);
        String code = personal(card);
        GiftCardSearch clerk = as(Actor.staff("clerk-1")).giftCardSearch();

        assertThat(clerk.find(code)).isInstanceOf(FindResult.Found.class);
        assertThatThrownBy(() -> clerk.list(GiftCardQuery.ALL, ALL)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> clerk.codes(card)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Requirement("A26")
    void a_member_sees_his_own_cards_with_their_codes_and_nobody_elses() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        GiftCardId adas = digital("EUR 5.00", ada);
        GiftCardId eves = digital("EUR 6.00", eve);
        GiftCardSearch hers = as(Actor.member(ada.value())).giftCardSearch();

        assertThat(hers.of(ada, ALL).items())
                .extracting(shown -> shown.card().id())
                .containsExactly(adas);
        assertThat(hers.codes(adas)).extracting(ShownCode::isMasked).containsExactly(false);
        assertThat(hers.history(adas, ALL).items()).hasSize(1);
        assertThatThrownBy(() -> hers.of(eve, ALL)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> hers.codes(eves)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> hers.history(eves, ALL)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void a_list_is_filtered_by_status_code_of_any_kind_and_member() {
        MemberId ada = shop.member();
        GiftCardId adas = digital("EUR 5.00", ada);
        GiftCardId printed = printed("EUR 6.00");

        assertThat(listed(new GiftCardQuery(null, null, ada))).containsExactly(adas);
        assertThat(listed(new GiftCardQuery(null, "6006 4912 0000 0001", null))).containsExactly(printed);
        assertThat(listed(new GiftCardQuery(GiftCardStatus.ACTIVE, personal(adas), ada)))
                .containsExactly(adas);
        assertThat(listed(new GiftCardQuery(GiftCardStatus.BLOCKED, null, null)))
                .isEmpty();
        assertThat(listed(new GiftCardQuery(null, "4711", null))).isEmpty();
    }

    @Test
    @Requirement("A50")
    void a_card_with_a_pin_is_spent_with_it_alone() {
        GiftCardId card = printed("EUR 5.00");
        GiftCardSpending spending = GiftCardSpending.of("6006491200000001", Money.parse("EUR 1.00"), shop.key());

        assertThat(cards().spend(spending)).isEqualTo(new Unknown());
        assertThat(cards().spend(spending.pin("4712"))).isEqualTo(new Unknown());
        assertThat(posted(cards().spend(spending.pin("4711"))).card()).isEqualTo(card);
        assertThat(cards().balance("4711", null)).isEqualTo(new BalanceResult.Unknown());
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        String code = personal(digital("EUR 5.00", null));
        String typed = " " + code.substring(0, 8).toLowerCase(Locale.ROOT).replace('1', 'l') + "-" + code.substring(8);

        assertThat(cards().balance(typed, null)).isInstanceOf(BalanceResult.Known.class);
    }

    @Test
    void a_code_reaches_one_card() {
        printed("EUR 5.00");

        assertThat(cards().issue(GiftCardForm.physical(Money.parse("EUR 5.00"), PRINTED, shop.key())))
                .isEqualTo(new GiftCardChange.Refused(GiftCardRefusal.CODE_TAKEN, false));
    }

    @Test
    @Requirement({"S28", "S30"})
    void whoever_tries_codes_has_to_wait_longer_each_time_whatever_he_asks() {
        String right = personal(digital("EUR 5.00", null));
        GiftCards guesser = as(Actor.till("till-9")).from(Origin.of("10.0.0.9")).giftCards();
        for (int i = 0; i < 21; i++) {
            assertThat(guesser.balance("ABCD-EFGH-JKMN-PQR" + i, null)).isEqualTo(new BalanceResult.Unknown());
        }

        BalanceResult.Wait wait = (BalanceResult.Wait) guesser.balance(right, null);
        assertThat(guesser.spend(GiftCardSpending.of(right, Money.parse("EUR 1.00"), shop.key())))
                .isEqualTo(new Wait(wait.until()));
        assertThat(as(Actor.till("till-9"))
                        .from(Origin.of("10.0.0.9"))
                        .giftCardSearch()
                        .find(right))
                .isEqualTo(new FindResult.Wait(wait.until()));
        assertThat(cards().balance(right, null)).isInstanceOf(BalanceResult.Known.class);
        shop.time().advance(Duration.ofSeconds(16));
        assertThat(guesser.balance(right, null)).isInstanceOf(BalanceResult.Known.class);
    }

    @Test
    @Requirement("S28")
    void one_origin_waits_whoever_it_says_it_is() {
        String right = personal(digital("EUR 5.00", null));
        for (int i = 0; i < 31; i++) {
            asTill(i).balance("ABCD-EFGH-JKMN-PQR" + i, null);
        }

        assertThat(asTill(99).balance(right, null)).isInstanceOf(BalanceResult.Wait.class);
    }

    @Test
    @Requirement("S28")
    void after_a_few_wrong_pins_no_pin_is_right_for_a_while_from_anywhere_and_nothing_says_so() {
        printed("EUR 5.00");
        GiftCardSpending spending = GiftCardSpending.of("6006491200000001", Money.parse("EUR 1.00"), shop.key());
        for (int i = 0; i < 6; i++) {
            assertThat(asTill(i).spend(spending.pin("000" + i))).isEqualTo(new Unknown());
        }

        assertThat(cards().spend(spending.pin("4711"))).isEqualTo(new Unknown());
        shop.time().advance(Duration.ofDays(1));
        assertThat(posted(cards().spend(spending.pin("4711"))).balanceAfter()).isEqualTo(Money.parse("EUR 4.00"));
    }

    private GiftCards asTill(int number) {
        return as(Actor.till("till-" + number)).from(Origin.of("10.0.0.7")).giftCards();
    }

    private List<GiftCardId> listed(GiftCardQuery query) {
        return search().list(query, ALL).items().stream()
                .map(shown -> shown.card().id())
                .toList();
    }

    private Membership as(Actor actor) {
        return shop.membership().as(actor);
    }
}
