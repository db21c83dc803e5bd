package org.openmembership.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.card.MembershipCard;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.cards.CardResult.Refused;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

class CardsTest extends ShopTest {
    private static final CardNumber CARD = CardNumber.of("4000-0001");
    private static final CardNumber OTHER = CardNumber.of("4000-0002");
    private static final ReasonCode LOST = ReasonCode.of("LOST");

    @Test
    @Requirement({"B33", "B34"})
    void a_card_is_handed_out_once() {
        AccountId account = shop.account();
        AccountId other = shop.account();

        Assigned first = (Assigned) cards().assign(CARD, account, null);
        Assigned again = (Assigned) cards().assign(CARD, account, null);

        assertThat(first.repeated()).isFalse();
        assertThat(first.card().status()).isEqualTo(CardStatus.ACTIVE);
        assertThat(first.card().account()).contains(account);
        assertThat(again).isEqualTo(new Assigned(first.card(), true));
        assertThat(cards().assign(CARD, other, null)).isEqualTo(new Refused(Reason.TAKEN));
    }

    @Test
    @Requirement("B33")
    void a_card_belongs_to_an_account_and_to_a_member_who_shares_it() {
        AccountId account = shop.account();
        MemberId member = shop.row(account).owner().mainMember();

        assertThat(cards().assign(CARD, AccountId.of("nobody"), null)).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
        assertThat(cards().assign(CARD, account, shop.member())).isEqualTo(new Refused(Reason.NOT_OF_ACCOUNT));
        assertThat(cards().assign(CARD, account, member)).isInstanceOf(Assigned.class);
        shop.closeAccount(account);
        assertThat(cards().assign(OTHER, account, member)).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    @Requirement("B33")
    void a_member_has_many_cards_and_each_says_when_it_was_first_used() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        cards().assign(OTHER, account, member);
        cards().assign(CARD, account, null);
        Purchase purchase =
                AnyPurchase.anyPurchase(Buyer.card(CARD), shop.time().instant(), "10");
        shop.membership().sales().record(purchase);
        shop.membership()
                .sales()
                .record(AnyPurchase.anyPurchase(Buyer.card(CARD), shop.time().instant(), "10"));

        assertThat(cards().of(member)).extracting(MembershipCard::number).containsExactly(CARD, OTHER);
        assertThat(cards().of(account)).isEqualTo(cards().of(member));
        assertThat(cards().find(CARD).orElseThrow().life().firstUsedAt()).isEqualTo(purchase.purchasedAt());
        assertThat(cards().find(OTHER).orElseThrow().life().firstUsedAt()).isNull();
    }

    @Test
    @Requirement({"B33", "R54"})
    void a_lost_card_is_replaced_and_says_to_a_finder_only_that_it_is_blocked() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        cards().assign(CARD, account, member);

        Assigned replaced = (Assigned) cards().replace(CARD, OTHER, LOST);

        assertThat(replaced.card().carrier()).isEqualTo(member);
        assertThat(cards().replace(CARD, OTHER, LOST)).isEqualTo(new Assigned(replaced.card(), true));
        assertThat(byCard(CARD)).isEqualTo(new NotIdentified(IdentificationResult.Reason.BLOCKED));
        assertThat(((Identified) byCard(OTHER)).member()).isEqualTo(member);
        MembershipCard old = cards().find(CARD).orElseThrow();
        assertThat(old.status()).isEqualTo(CardStatus.BLOCKED);
        assertThat(old.life().replacedBy()).isEqualTo(OTHER);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member("stranger")).cards().find(CARD))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Requirement("B33")
    void a_card_is_replaced_once_and_never_by_one_of_somebody_else() {
        AccountId account = shop.account();
        cards().assign(CARD, account, null);
        cards().assign(OTHER, shop.account(), null);
        CardNumber third = CardNumber.of("4000-0003");

        assertThat(cards().replace(CARD, OTHER, LOST)).isEqualTo(new Refused(Reason.TAKEN));
        assertThat(cards().replace(third, OTHER, LOST)).isEqualTo(new Refused(Reason.UNKNOWN_CARD));
        assertThat(cards().replace(CARD, third, LOST)).isInstanceOf(Assigned.class);
        assertThat(cards().replace(CARD, CardNumber.of("4000-0004"), LOST)).isEqualTo(new Refused(Reason.BLOCKED));
        assertThat(cards().of(account)).extracting(MembershipCard::number).containsExactly(CARD, third);
    }

    @Test
    @Requirement({"C13", "R20"})
    void who_may_changes_a_code_to_match_the_printed_card() {
        AccountId account = shop.account();
        cards().assign(CARD, account, null);
        CardNumber printed = CardNumber.of("9990001112223334445556667778889990001112");
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));

        assertThatThrownBy(() -> clerk.cards().renumber(CARD, printed)).isInstanceOf(PermissionDeniedException.class);
        assertThat(cards().renumber(CARD, printed)).isInstanceOf(Assigned.class);

        assertThat(((Identified) byCard(printed)).accounts().get(0).account()).isEqualTo(account);
        assertThat(byCard(CARD)).isEqualTo(new NotIdentified(IdentificationResult.Reason.BLOCKED));
    }

    @Test
    @Requirement({"D15", "R19"})
    void the_shops_own_prefix_may_be_scanned_or_not_and_mixes_nothing_up() {
        Membership prefixed = shop.over(shop.storage(), "p-").codePrefix("OM").open();
        AccountId account = shop.account();
        AccountId other = shop.account();
        prefixed.cards().assign(CardNumber.of("100"), account, null);
        prefixed.cards().assign(CardNumber.of("OM200"), other, null);

        assertThat(((Identified) prefixed.identification().byCard(CardNumber.of("OM100")))
                        .accounts()
                        .get(0)
                        .account())
                .isEqualTo(account);
        assertThat(((Identified) prefixed.identification().byCard(CardNumber.of("200")))
                        .accounts()
                        .get(0)
                        .account())
                .isEqualTo(other);
        assertThat(prefixed.cards().assign(CardNumber.of("OM100"), other, null)).isEqualTo(new Refused(Reason.TAKEN));
        assertThat(prefixed.cards().assign(CardNumber.of("200"), account, null)).isEqualTo(new Refused(Reason.TAKEN));
    }

    private IdentificationResult byCard(CardNumber card) {
        return shop.membership().identification().byCard(card);
    }

    private Cards cards() {
        return shop.membership().cards();
    }
}
