package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcards.PointsToCardResult.CardRefused;
import org.openmembership.giftcards.PointsToCardResult.KeyReused;
import org.openmembership.giftcards.PointsToCardResult.PointsRefused;
import org.openmembership.giftcards.PointsToCardResult.Redeemed;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.reversal.ReversalRefusal;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Points that become money on a gift card, on every storage. */
@Requirement({"A49", "R50"})
final class PointsToCardTest extends GiftCardStage {
    private MemberId ada;
    private AccountId account;
    private GiftCardId card;

    @BeforeEach
    void a_member_with_points_and_a_card() {
        ada = shop.member();
        account = shop.account(ada, Shop.CLUB);
        card = digital("EUR 1.00", ada);
    }

    @Test
    @Requirement({"A30", "I21"})
    void one_call_takes_the_points_and_brings_the_money() {
        shop.give(account, 1000);

        Redeemed redeemed = redeemed(redeem("EUR 2.50"));

        assertThat(redeemed.entry().kind()).isEqualTo(EntryKind.REDEMPTION);
        assertThat(redeemed.entry().points()).isEqualTo(Points.of(-250));
        assertThat(redeemed.brought().kind()).isEqualTo(GiftCardEntryKind.POINTS);
        assertThat(redeemed.brought().amount()).isEqualTo(Money.parse("EUR 2.50"));
        assertThat(redeemed.brought().related().points())
                .isEqualTo(redeemed.entry().id());
        assertThat(redeemed.available()).isEqualTo(Points.of(750));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 3.50"));
    }

    @Test
    @Requirement("R27")
    void a_repeat_answers_as_before() {
        shop.give(account, 100);
        PointsToCard request = request("EUR 0.60");
        PointsToCard again = request("EUR 0.60");
        Redeemed first = redeemed(cards().redeem(request));
        PointsRefused refused = (PointsRefused) cards().redeem(again);
        shop.give(account, 1000);

        assertThat(cards().redeem(request))
                .isEqualTo(new Redeemed(first.entry(), first.brought(), first.available(), true));
        assertThat(cards().redeem(again)).isEqualTo(new PointsRefused(refused.why(), true));
        assertThat(refused.why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
        assertThat(cards().lookup(account, request.key())).contains(cards().redeem(request));
        assertThat(cards().redeem(PointsToCard.of(account, card, Money.parse("EUR 0.61"), request.key())))
                .isInstanceOf(KeyReused.class);
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 1.60"));
    }

    @Test
    void only_digital_cards_of_the_accounts_members_receive_points() {
        shop.give(account, 1000);

        PointsToCard physical = PointsToCard.of(account, printed("EUR 0.00"), Money.parse("EUR 1.00"), shop.key());
        assertThat(cards().redeem(physical)).isEqualTo(new CardRefused(PointsToCardRefusal.PHYSICAL_CARD, false));
        assertThat(cards().redeem(physical)).isEqualTo(new CardRefused(PointsToCardRefusal.PHYSICAL_CARD, true));
        assertThat(reason(digital("EUR 0.00", shop.member()))).isEqualTo(PointsToCardRefusal.OTHER_OWNER);
        assertThat(reason(digital("EUR 0.00", null))).isEqualTo(PointsToCardRefusal.OTHER_OWNER);
        assertThat(reason(digital("USD 0.00", ada))).isEqualTo(PointsToCardRefusal.OTHER_CARD_CURRENCY);
        assertThat(reason(GiftCardId.of("none"))).isEqualTo(PointsToCardRefusal.UNKNOWN_CARD);
        assertThat(shop.available(account)).isEqualTo(Points.of(1000));
    }

    @Test
    @Requirement("A30")
    void members_redeem_to_their_own_cards_and_staff_needs_a_grant() {
        shop.give(account, 1000);
        GiftCards hers = shop.membership().as(Actor.member(ada.value())).giftCards();
        GiftCards staff = shop.membership().as(Actor.staff("clerk-1")).giftCards();

        assertThat(hers.redeem(request("EUR 1.00"))).isInstanceOf(Redeemed.class);
        assertThatThrownBy(() -> staff.redeem(request("EUR 1.00"))).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Requirement("S25")
    void points_that_are_pending_do_not_become_money() {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        shop.publish(terms -> terms.rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .earningPolicies(new EarningTerms.Policies(
                        usual.choice(), usual.caps(), 14, usual.returns(), usual.claimWindow())));
        shop.membership().sales().record(sale(Article.of("sku-1")));

        assertThat(shop.row(account).head().booked()).isEqualTo(Points.of(100));
        assertThat(((PointsRefused) redeem("EUR 0.50")).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 1.00"));
    }

    @Test
    @Requirement("R33")
    void a_line_that_sells_a_gift_card_earns_nothing() {
        shop.publish(terms -> terms.rules(PointRule.everything("base", PointRate.amount("1", "1"))));

        shop.membership()
                .sales()
                .record(sale(new Article(Sku.of("gift"), List.of(), Set.of(GroupCode.of("GIFT-CARD")), null)));

        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("I21")
    void undoing_it_takes_both_back() {
        shop.give(account, 1000);
        Redeemed redeemed = redeemed(redeem("EUR 2.50"));

        assertThat(shop.reverse(redeemed.entry())).isInstanceOf(ReversalResult.Reversed.class);

        assertThat(shop.available(account)).isEqualTo(Points.of(1000));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 1.00"));
        assertThat(((ReversalResult.Refused) shop.reverse(redeemed.entry())).reason())
                .isEqualTo(ReversalRefusal.ALREADY_REVERSED);
    }

    @Test
    void what_is_spent_from_the_card_is_not_given_back_as_points() {
        shop.give(account, 1000);
        Redeemed redeemed = redeemed(redeem("EUR 2.50"));
        posted(spend(personal(card), "EUR 1.01"));

        assertThat(((ReversalResult.Refused) shop.reverse(redeemed.entry())).reason())
                .isEqualTo(ReversalRefusal.GIFT_CARD_SPENT);
        assertThat(shop.available(account)).isEqualTo(Points.of(750));
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 2.49"));
    }

    @Test
    @Requirement({"I21", "R32"})
    void many_at_once_bring_no_more_than_the_points_are_worth() {
        shop.give(account, 500);

        List<Callable<PointsToCardResult>> calls = IntStream.range(0, 8)
                .mapToObj(i -> request("EUR 1.00"))
                .map(request -> (Callable<PointsToCardResult>) () -> cards().redeem(request))
                .toList();

        List<PointsToCardResult> answers = Together.atOnce(calls);

        assertThat(answers).filteredOn(Redeemed.class::isInstance).hasSize(5);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(balance(card)).isEqualTo(Money.parse("EUR 6.00"));
    }

    @Test
    @Requirement("I21")
    void points_without_money_are_found() {
        shop.give(account, 1000);
        Redeemed redeemed = redeemed(redeem("EUR 2.50"));
        assumeTrue(shop.opened().tampering().isPresent());

        shop.opened().tampering().orElseThrow().remove(card, redeemed.brought().seq());

        assertThat(shop.violations())
                .filteredOn(found -> found.invariant() == Invariant.GIFT_CARD_POINTS_PAIRED)
                .extracting(Violation::subject)
                .containsExactly(redeemed.entry().id().toString());
        shop.close();
        shop = Shop.open(shop.engine());
    }

    private Purchase sale(Article article) {
        return new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(ada),
                new Purchase.Content(
                        CurrencyUnit.EUR,
                        List.of(new PurchaseLine(
                                1, article, BigDecimal.ONE, PurchaseLine.Price.of(BigMoney.parse("EUR 100")), null)),
                        List.of()));
    }

    private PointsToCard request(String amount) {
        return PointsToCard.of(account, card, Money.parse(amount), shop.key());
    }

    private PointsToCardResult redeem(String amount) {
        return cards().redeem(request(amount));
    }

    private PointsToCardRefusal reason(GiftCardId other) {
        PointsToCardResult result =
                cards().redeem(PointsToCard.of(account, other, Money.parse("EUR 1.00"), shop.key()));
        return ((CardRefused) result).reason();
    }

    private static Redeemed redeemed(PointsToCardResult result) {
        assertThat(result).isInstanceOf(Redeemed.class);
        return (Redeemed) result;
    }
}
