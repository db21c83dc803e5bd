package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.giftcards.GiftCardResult.KeyReused;
import org.openmembership.giftcards.GiftCardResult.Posted;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Money on gift cards, on every storage. */
@Requirement({"A50", "I21"})
final class GiftCardsTest extends GiftCardStage {
    @Test
    void money_is_loaded_spent_and_given_back_and_every_entry_says_what_is_left() {
        GiftCardId card = digital("EUR 20.00", null);
        posted(cards().load(card, Money.parse("EUR 5.00"), shop.key()));
        GiftCardEntry spent = posted(spend(personal(card), "EUR 12.50"));
        GiftCardEntry back = posted(cards().refund(card, spent.seq(), Money.parse("EUR 2.50"), shop.key()));

        assertThat(back.balanceAfter()).isEqualTo(Money.parse("EUR 15.00"));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 15.00"));
        assertThat(search().history(card, Page.Request.first(10)).items())
                .extracting(GiftCardEntry::kind)
                .containsExactly(
                        GiftCardEntryKind.REFUND,
                        GiftCardEntryKind.SPEND,
                        GiftCardEntryKind.LOAD,
                        GiftCardEntryKind.LOAD);
    }

    @Test
    void no_more_is_spent_than_is_there() {
        GiftCardId card = digital("EUR 5.00", null);

        assertThat(refusal(spend(personal(card), "EUR 5.01"))).isEqualTo(GiftCardRefusal.NOT_ENOUGH_MONEY);
        assertThat(posted(spend(personal(card), "EUR 5.00")).balanceAfter()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(refusal(spend(personal(card), "EUR 0.01"))).isEqualTo(GiftCardRefusal.NOT_ENOUGH_MONEY);
    }

    @Test
    void the_currency_of_a_card_never_changes() {
        GiftCardId card = digital("EUR 0.00", null);

        assertThat(refusal(cards().load(card, Money.parse("USD 5.00"), shop.key())))
                .isEqualTo(GiftCardRefusal.OTHER_CURRENCY);
        assertThat(refusal(spend(personal(card), "USD 5.00"))).isEqualTo(GiftCardRefusal.OTHER_CURRENCY);
    }

    @Test
    @Requirement("R27")
    void a_repeat_answers_as_before_and_a_key_used_for_something_else_is_told() {
        GiftCardId card = digital("EUR 5.00", null);
        GiftCardSpending much = GiftCardSpending.of(personal(card), Money.parse("EUR 6.00"), shop.key());
        GiftCardSpending some = GiftCardSpending.of(personal(card), Money.parse("EUR 3.00"), shop.key());
        assertThat(refusal(cards().spend(much))).isEqualTo(GiftCardRefusal.NOT_ENOUGH_MONEY);
        GiftCardEntry spent = posted(cards().spend(some));
        posted(cards().load(card, Money.parse("EUR 50.00"), shop.key()));

        assertThat(cards().spend(some)).isEqualTo(new Posted(spent, true));
        assertThat(cards().spend(much))
                .isEqualTo(
                        new GiftCardResult.Refused(GiftCardRefusal.NOT_ENOUGH_MONEY, Money.parse("EUR 52.00"), true));
        GiftCardSpending other = GiftCardSpending.of(personal(card), Money.parse("EUR 4.00"), some.key());
        assertThat(cards().spend(other)).isInstanceOf(KeyReused.class);
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 52.00"));
    }

    @Test
    @Requirement("R27")
    void issuing_twice_under_a_key_makes_one_card() {
        GiftCardForm form = GiftCardForm.digital(Money.parse("EUR 5.00"), shop.key());
        GiftCardId card = issued(form);

        assertThat(cards().issue(form)).isEqualTo(new GiftCardChange.Changed(changed(cards().issue(form)), true));
        assertThat(issued(form)).isEqualTo(card);
        assertThat(cards().issue(form.until(LocalDate.of(2027, 1, 1)))).isInstanceOf(GiftCardChange.KeyReused.class);
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 5.00"));
    }

    @Test
    void no_more_is_given_back_than_was_spent() {
        GiftCardId card = digital("EUR 10.00", null);
        GiftCardEntry spent = posted(spend(personal(card), "EUR 4.00"));
        posted(cards().refund(card, spent.seq(), Money.parse("EUR 3.00"), shop.key()));

        assertThat(refusal(cards().refund(card, spent.seq(), Money.parse("EUR 1.01"), shop.key())))
                .isEqualTo(GiftCardRefusal.MORE_THAN_SPENT);
        assertThat(refusal(cards().refund(card, 1, Money.parse("EUR 1.00"), shop.key())))
                .isEqualTo(GiftCardRefusal.UNKNOWN_SPEND);
        posted(cards().refund(card, spent.seq(), Money.parse("EUR 1.00"), shop.key()));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 10.00"));
    }

    @Test
    void a_blocked_card_is_neither_spent_nor_loaded_until_it_is_unblocked() {
        GiftCardId card = digital("EUR 10.00", null);
        cards().block(card, ReasonCode.of("lost"));

        assertThat(refusal(spend(personal(card), "EUR 1.00"))).isEqualTo(GiftCardRefusal.BLOCKED);
        assertThat(refusal(cards().load(card, Money.parse("EUR 1.00"), shop.key())))
                .isEqualTo(GiftCardRefusal.BLOCKED);
        cards().unblock(card);
        assertThat(posted(spend(personal(card), "EUR 1.00")).balanceAfter()).isEqualTo(Money.parse("EUR 9.00"));
    }

    @Test
    void after_its_last_day_nothing_is_spent_and_what_is_left_is_written_off() {
        GiftCardId card = issued(
                GiftCardForm.digital(Money.parse("EUR 10.00"), shop.key()).until(LocalDate.of(2026, 3, 2)));
        assertThat(refusal(cards().writeOff(card, shop.key()))).isEqualTo(GiftCardRefusal.NOT_EXPIRED);
        posted(spend(personal(card), "EUR 1.00"));
        shop.time().advance(Duration.ofDays(2));

        assertThat(refusal(spend(personal(card), "EUR 1.00"))).isEqualTo(GiftCardRefusal.EXPIRED);
        assertThat(posted(cards().writeOff(card, shop.key())).amount()).isEqualTo(Money.parse("EUR -9.00"));
        assertThat(refusal(cards().writeOff(card, shop.key()))).isEqualTo(GiftCardRefusal.NOTHING_LEFT);
    }

    @Test
    void a_card_that_replaces_another_has_its_money_and_new_codes() {
        GiftCardId old = digital("EUR 10.00", null);
        String stolen = personal(old);
        ExternalKey key = shop.key();
        ShownGiftCard fresh = changed(cards().replace(old, GiftCardForm.Codes.NONE, key));

        assertThat(fresh.card().balance()).isEqualTo(Money.parse("EUR 10.00"));
        assertThat(refusal(spend(stolen, "EUR 1.00"))).isEqualTo(GiftCardRefusal.REPLACED);
        posted(spend(personal(fresh.card().id()), "EUR 10.00"));
        assertThat(cards().replace(old, GiftCardForm.Codes.NONE, key))
                .isInstanceOfSatisfying(
                        GiftCardChange.Changed.class,
                        again -> assertThat(again.repeated()).isTrue());
        assertThat(cards().replace(old, GiftCardForm.Codes.NONE, shop.key()))
                .isEqualTo(new GiftCardChange.Refused(GiftCardRefusal.REPLACED, false));
        assertThat(((FindResult.Found) search().find(stolen)).card().card().status())
                .isEqualTo(GiftCardStatus.REPLACED);
    }

    @Test
    void a_printed_code_can_be_moved_to_another_card() {
        GiftCardId from = issued(GiftCardForm.physical(Money.parse("EUR 1.00"), GiftCardForm.Codes.NONE, shop.key()));
        GiftCardId to = digital("EUR 7.00", null);
        String code = code(from, GiftCardCodeKind.PHYSICAL);

        changed(cards().moveCode(GiftCardCodeKind.PHYSICAL, from, to, shop.key()));

        assertThat(posted(spend(code, "EUR 7.00")).card()).isEqualTo(to);
        assertThat(code(to, GiftCardCodeKind.PHYSICAL)).isEqualTo(code);
        assertThat(cards().moveCode(GiftCardCodeKind.PHYSICAL, from, to, shop.key()))
                .isEqualTo(new GiftCardChange.Refused(GiftCardRefusal.NO_SUCH_CODE, false));
    }

    @Test
    void what_is_wrong_with_a_card_to_be_made_is_reported_by_path() {
        GiftCardForm form = GiftCardForm.digital(Money.parse("EUR -1.00"), shop.key())
                .with(new GiftCardForm.Codes("600649120001", "12", "short"));

        assertThatThrownBy(() -> cards().issue(form))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("amount")
                .hasMessageContaining("codes.physical")
                .hasMessageContaining("codes.pin")
                .hasMessageContaining("codes.external");
    }

    @Test
    @Requirement("R32")
    void sixteen_tills_at_once_spend_what_is_there_and_no_more() {
        GiftCardId card = digital("EUR 10.00", null);
        String code = personal(card);
        List<GiftCardSpending> spendings = IntStream.range(0, 16)
                .mapToObj(i -> GiftCardSpending.of(code, Money.parse("EUR 1.00"), shop.key()))
                .toList();
        List<Callable<GiftCardResult>> calls = spendings.stream()
                .map(spending -> (Callable<GiftCardResult>) () -> cards().spend(spending))
                .toList();

        List<GiftCardResult> answers = Together.atOnce(calls);

        assertThat(answers).filteredOn(Posted.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Posted))
                .allSatisfy(answer -> assertThat(refusal(answer)).isEqualTo(GiftCardRefusal.NOT_ENOUGH_MONEY));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    @Requirement({"R27", "R32"})
    void the_same_spending_from_many_threads_happens_once() {
        GiftCardId card = digital("EUR 10.00", null);
        GiftCardSpending spending = GiftCardSpending.of(personal(card), Money.parse("EUR 3.00"), shop.key());

        List<GiftCardResult> answers = Together.atOnce(8, () -> cards().spend(spending));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(posted(answer).seq()).isEqualTo(2));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 7.00"));
    }
}
