package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.SaleResult;
import org.openmembership.sharing.PoolingRequest;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What an account counted for schemes comes along when it becomes part of a family's, or of the account of who has its card. */
@Requirement({"R41", "R55", "B30"})
final class PooledMeasuresTest extends ReviewStage {
    private MemberId ada;
    private MemberId grace;
    private AccountId family;
    private AccountId own;

    @BeforeEach
    void a_family_and_somebody_with_an_account_of_her_own() {
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        own = shop.account(grace, Shop.CLUB);
        shop.membership().sharing().become(family, AccountType.FAMILY);
    }

    @Test
    void award_points_that_were_brought_count_and_stay_when_their_member_leaves() {
        by(Measure.AWARD_POINTS);
        award(family, 60);
        award(own, 60);
        shop.spend(own, 60);
        assertThat(afterReview(family)).isEqualTo(Shop.STANDARD);

        pool();

        assertThat(shop.row(family).scheme()).isEqualTo(Shop.STANDARD);
        assertThat(afterReview(family)).isEqualTo(Shop.SILVER);
        assertThat(lastMove(family).cause().measure()).isEqualByComparingTo("120");
        shop.membership().sharing().leave(family, grace);
        award(family, 400);
        assertThat(afterReview(family)).isEqualTo(Shop.GOLD);
        assertThat(lastMove(family).cause().measure()).isEqualByComparingTo("520");
    }

    @Test
    void purchases_count_for_whoever_shares_the_account_in_every_measure() {
        for (Measure measure : List.of(Measure.SPEND, Measure.SINGLE_SPEND)) {
            by(measure);
            MemberId bea = shop.member();
            MemberId eve = shop.member();
            AccountId shared = shop.account(bea, Shop.CLUB);
            AccountId brought = shop.account(eve, Shop.CLUB);
            shop.membership().sharing().become(shared, AccountType.FAMILY);
            buys(bea, "20");
            buys(eve, "110");
            assertThat(afterReview(shared)).isEqualTo(Shop.STANDARD);

            pool(brought, shared);

            assertThat(afterReview(shared)).isEqualTo(Shop.SILVER);
            shop.membership().sharing().leave(shared, eve);
            assertThat(afterReview(shared)).isEqualTo(Shop.STANDARD);
        }
    }

    @Test
    void visits_of_before_count_once_each() {
        shop.publish(shop.coffee(
                        List.of(Scheme.byHand("standard", "Standard", 1), Scheme.from("silver", "Silver", 2, "4", "4")))
                .review(terms(Measure.VISITS))
                .build());
        for (int i = 0; i < 2; i++) {
            buys(ada, "1");
            buys(grace, "1");
        }
        assertThat(afterReview(family)).isEqualTo(Shop.STANDARD);

        pool();

        assertThat(afterReview(family)).isEqualTo(Shop.SILVER);
        assertThat(lastMove(family).cause().measure()).isEqualByComparingTo("4");
    }

    @Test
    void what_a_card_without_a_person_collected_counts_for_whoever_takes_it_over() {
        by(Measure.SPEND);
        CardNumber card = CardNumber.of("4000-0001");
        assertThat(shop.membership().cards().register(card, Shop.CLUB)).isInstanceOf(Assigned.class);
        Purchase sale = new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.card(card),
                buys(ada, "60").content());
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
        assertThat(afterReview(family)).isEqualTo(Shop.STANDARD);

        assertThat(shop.membership().cards().takeOver(card, ada)).isInstanceOf(Assigned.class);

        assertThat(afterReview(family)).isEqualTo(Shop.SILVER);
        assertThat(lastMove(family).cause().measure()).isEqualByComparingTo("120");
    }

    private void by(Measure measure) {
        shop.publish(
                club -> club.review(terms(measure)).rules(PointRule.everything("base", PointRate.amount("1", "1"))));
    }

    private static ReviewTerms terms(Measure measure) {
        return new ReviewTerms(measure, new Window.Lifetime(), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));
    }

    private SchemeId afterReview(AccountId account) {
        tomorrow();
        run();
        return scheme(account);
    }

    private void pool() {
        pool(own, family);
    }

    private void pool(AccountId from, AccountId into) {
        assertThat(shop.membership().sharing().pool(new PoolingRequest(from, into, shop.key())))
                .isInstanceOf(Pooled.class);
    }
}
