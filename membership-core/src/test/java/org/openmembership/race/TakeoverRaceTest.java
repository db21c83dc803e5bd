package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.cards.CardResult.Refused;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Rounds;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** A card without a person, taken over while somebody else does something with it; ten times each, on every storage. */
@Requirement({"R32", "R55", "B34"})
final class TakeoverRaceTest extends ShopTest {
    private Membership one;
    private Rounds both;

    /** Two processes on the same data; a point for a euro. */
    @BeforeEach
    void open() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        one = shop.over(shop.storage(), "one-").open();
        both = new Rounds(one, shop.over(shop.storage(), "other-").open());
    }

    @Test
    void of_two_members_who_show_a_card_at_once_one_gets_it_with_points_and_sales() {
        Rounds.each(round -> {
            CardNumber card = card(round);
            AccountId account = register(card);
            Purchase bought = purchase(card, "30");
            sold(one.sales().record(bought));
            MemberId ada = shop.member();
            MemberId eve = shop.member();

            List<CardResult> results = both.<CardResult>meet(
                    here -> here.cards().takeOver(card, ada),
                    there -> there.cards().takeOver(card, eve));

            MemberId winner = winner(results, ada, eve);
            MemberAccount row = shop.row(account);
            assertThat(row.owner().mainMember()).isEqualTo(winner);
            assertThat(shop.available(account)).isEqualTo(Points.of(30));
            assertThat(ownerOf(bought)).isEqualTo(winner);
        });
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    @Requirement("R16")
    void of_two_members_with_accounts_one_gets_the_points_and_nothing_is_lost_or_doubled() {
        Rounds.each(round -> {
            CardNumber card = card(round);
            AccountId nobodys = register(card);
            sold(one.sales().record(purchase(card, "30")));
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId ofAda = shop.account(ada, Shop.CLUB);
            AccountId ofEve = shop.account(eve, Shop.CLUB);

            List<CardResult> results = both.<CardResult>meet(
                    here -> here.cards().takeOver(card, ada),
                    there -> there.cards().takeOver(card, eve));

            boolean adaWins = winner(results, ada, eve).equals(ada);
            assertThat(shop.available(adaWins ? ofAda : ofEve)).isEqualTo(Points.of(30));
            assertThat(shop.available(adaWins ? ofEve : ofAda)).isEqualTo(Points.ZERO);
            assertThat(shop.row(nobodys).isClosed()).isTrue();
        });
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    @Requirement("A19")
    void a_sale_that_is_recorded_meanwhile_earns_and_is_the_members() {
        Rounds.each(round -> {
            CardNumber card = card(round);
            AccountId account = register(card);
            MemberId ada = shop.member();
            Purchase purchase = purchase(card, "7");

            List<Object> results = both.<Object>meet(
                    here -> here.cards().takeOver(card, ada),
                    there -> there.sales().record(purchase));

            assertThat(results.get(0)).isInstanceOf(Assigned.class);
            sold((SaleResult) results.get(1));
            assertThat(shop.available(account)).isEqualTo(Points.of(7));
            assertThat(ownerOf(purchase)).isEqualTo(ada);
        });
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    @Requirement({"R16", "A19"})
    void a_sale_that_is_recorded_while_the_points_move_earns_where_they_go() {
        Rounds.each(round -> {
            CardNumber card = card(round);
            AccountId nobodys = register(card);
            sold(one.sales().record(purchase(card, "30")));
            MemberId ada = shop.member();
            AccountId own = shop.account(ada, Shop.CLUB);
            Purchase purchase = purchase(card, "7");

            List<Object> results = both.<Object>meet(
                    here -> here.cards().takeOver(card, ada),
                    there -> there.sales().record(purchase));

            assertThat(results.get(0)).isInstanceOf(Assigned.class);
            sold((SaleResult) results.get(1));
            assertThat(shop.available(own)).isEqualTo(Points.of(37));
            assertThat(shop.available(nobodys)).isEqualTo(Points.ZERO);
            assertThat(shop.row(nobodys).isClosed()).isTrue();
            assertThat(ownerOf(purchase)).isEqualTo(ada);
        });
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    void whoever_shows_a_card_twice_at_once_gets_it_once() {
        Rounds.each(round -> {
            CardNumber card = card(round);
            AccountId nobodys = register(card);
            sold(one.sales().record(purchase(card, "30")));
            MemberId ada = shop.member();
            AccountId own = shop.account(ada, Shop.CLUB);

            List<CardResult> results = both.<CardResult>meet(
                    here -> here.cards().takeOver(card, ada),
                    there -> there.cards().takeOver(card, ada));

            assertThat(results).hasOnlyElementsOfType(Assigned.class);
            assertThat(results)
                    .filteredOn(result -> ((Assigned) result).repeated())
                    .hasSize(1);
            assertThat(shop.available(own)).isEqualTo(Points.of(30));
            assertThat(shop.row(nobodys).isClosed()).isTrue();
        });
        assertThat(shop.violations()).isEmpty();
    }

    private static MemberId winner(List<CardResult> results, MemberId first, MemberId second) {
        assertThat(results).filteredOn(Assigned.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Refused.class::isInstance).containsExactly(new Refused(Reason.TAKEN));
        return results.get(0) instanceof Assigned ? first : second;
    }

    private static CardNumber card(int round) {
        return CardNumber.of("4000-00" + (10 + round));
    }

    private AccountId register(CardNumber card) {
        return ((Assigned) one.cards().register(card, Shop.CLUB))
                .card()
                .account()
                .orElseThrow();
    }

    private Purchase purchase(CardNumber card, String amount) {
        return AnyPurchase.anyPurchase(Buyer.card(card), shop.time().instant(), amount);
    }

    private static void sold(SaleResult result) {
        assertThat(result).isInstanceOf(SaleResult.Recorded.class);
    }

    private MemberId ownerOf(Purchase purchase) {
        KeptPurchase kept = shop.storage()
                .read(stores -> stores.purchases().find(purchase.key()))
                .orElseThrow();
        return kept.member().member();
    }
}
