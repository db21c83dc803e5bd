package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.member.MemberId;
import org.openmembership.testing.ShopTest;

/** What tests of gift cards need: cards with money on them, and short ways to spend it. */
abstract class GiftCardStage extends ShopTest {
    static final GiftCardForm.Codes PRINTED = new GiftCardForm.Codes("6006-4912-0000-0001", "4711", null);

    GiftCards cards() {
        return shop.membership().giftCards();
    }

    GiftCardSearch search() {
        return shop.membership().giftCardSearch();
    }

    GiftCardId digital(String amount, @Nullable MemberId owner) {
        return issued(GiftCardForm.digital(Money.parse(amount), shop.key()).ownedBy(owner));
    }

    GiftCardId printed(String amount) {
        return issued(GiftCardForm.physical(Money.parse(amount), PRINTED, shop.key()));
    }

    GiftCardId issued(GiftCardForm form) {
        return changed(cards().issue(form)).card().id();
    }

    static ShownGiftCard changed(GiftCardChange change) {
        assertThat(change).isInstanceOf(GiftCardChange.Changed.class);
        return ((GiftCardChange.Changed) change).card();
    }

    /** A code that the library made, in full. */
    String code(GiftCardId card, GiftCardCodeKind kind) {
        return search().codes(card).stream()
                .filter(code -> code.kind() == kind)
                .map(ShownCode::text)
                .findFirst()
                .orElseThrow();
    }

    String personal(GiftCardId card) {
        return code(card, GiftCardCodeKind.PERSONAL);
    }

    GiftCardResult spend(String code, String amount) {
        return cards().spend(GiftCardSpending.of(code, Money.parse(amount), shop.key()));
    }

    static GiftCardEntry posted(GiftCardResult result) {
        assertThat(result).isInstanceOf(GiftCardResult.Posted.class);
        return ((GiftCardResult.Posted) result).entry();
    }

    static GiftCardRefusal refusal(GiftCardResult result) {
        assertThat(result).isInstanceOf(GiftCardResult.Refused.class);
        return ((GiftCardResult.Refused) result).reason();
    }

    Money balance(GiftCardId card) {
        return shop.storage()
                .read(stores -> stores.giftCards().find(card))
                .orElseThrow()
                .balance();
    }
}
