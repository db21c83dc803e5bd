package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.EventRule;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.sale.SaleResult.PointsSpent;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** What was given for a first purchase goes with the last of what the purchase earned, on every storage. */
@Requirement({"D24", "R39"})
class FirstPurchaseReturnTest extends SaleStage {
    private MemberId ada;
    private AccountId account;

    /** Ten points for what was bought, thirty for its being the first. */
    private List<PointEntry> bought(WhenSpent policy) {
        return bought(policy, Returns.SHARE);
    }

    private List<PointEntry> bought(WhenSpent policy, Returns returns) {
        ada = shop.member();
        account = account(
                ada,
                club("beans")
                        .events(EventRule.of("first", EventRule.FIRST_PURCHASE, 30))
                        .earningPolicies(returning(returns))
                        .expiry(ExpiryRule.after(Period.ofDays(100)))
                        .spending(new SpendingTerms(
                                ConsumptionOrder.NEAREST_EXPIRY, Points.of(1), Points.ZERO, policy, Period.ZERO))
                        .build());
        return recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")))
                .clubs()
                .get(0)
                .entries();
    }

    private List<PointEntry> returnAll(String number) {
        return recorded(sale(number, Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)))
                .clubs()
                .get(0)
                .entries();
    }

    @Test
    void a_full_return_takes_it_back_by_an_entry_that_names_it() {
        PointEntry gift = bought(WhenSpent.DEBT).get(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(40));

        List<PointEntry> back = returnAll("r-2");

        assertThat(back).extracting(PointEntry::kind).containsExactly(EntryKind.REVERSAL, EntryKind.REVERSAL);
        assertThat(back.get(1).related()).contains(gift.id());
        assertThat(back.get(1).points()).isEqualTo(Points.of(-30));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        ReversalResult again = shop.reverse(gift);
        assertThat(again).isInstanceOf(ReversalResult.Reversed.class);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void it_stays_while_anything_of_the_sale_is_left_and_goes_once() {
        bought(WhenSpent.DEBT);

        recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(account)).isEqualTo(Points.of(35));
        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        recorded(sale("r-4", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void where_returns_are_worked_out_anew_it_goes_the_same_way() {
        bought(WhenSpent.DEBT, Returns.RECOMPUTE);

        recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(account)).isEqualTo(Points.of(35));
        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void the_next_purchase_is_the_first_one_then() {
        bought(WhenSpent.DEBT);
        returnAll("r-2");

        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "50")));
        recorded(sale("r-4", Buyer.member(ada), line(1, "1", "50")));

        assertThat(shop.available(account)).isEqualTo(Points.of(40));
    }

    @Test
    void while_another_purchase_is_kept_none_becomes_the_first_one() {
        bought(WhenSpent.DEBT);
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "50")));
        returnAll("r-3");

        recorded(sale("r-4", Buyer.member(ada), line(1, "1", "50")));

        assertThat(shop.available(account)).isEqualTo(Points.of(10));
    }

    @Test
    void an_exchange_keeps_it_until_what_was_taken_instead_comes_back() {
        bought(WhenSpent.REFUSE);
        shop.spend(account, 40);

        recorded(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1), line(2, "1", "120")));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(2));
        shop.give(account, 40);
        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-120", "r-2", 2)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R26")
    void spent_it_becomes_debt() {
        bought(WhenSpent.DEBT);
        shop.spend(account, 40);

        returnAll("r-2");

        assertThat(shop.balance(account).debt()).isEqualTo(Points.of(40));
    }

    @Test
    @Requirement("R26")
    void where_the_club_refuses_the_return_is_refused() {
        bought(WhenSpent.REFUSE);
        shop.spend(account, 11);

        SaleResult back = record(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)));

        assertThat(back).isEqualTo(new PointsSpent(key("r-2"), account, Points.of(40), Points.of(29)));
    }

    @Test
    @Requirement("R26")
    void where_the_club_lets_go_what_is_spent_no_other_purchase_becomes_the_first_one() {
        bought(WhenSpent.WRITE_OFF);
        shop.spend(account, 35);

        returnAll("r-2");

        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "50")));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement("R25")
    void what_has_lapsed_of_it_is_gone_already() {
        bought(WhenSpent.DEBT);
        shop.time().advance(Duration.ofDays(101));
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "70")));

        returnAll("r-3");

        assertThat(shop.available(account)).isEqualTo(Points.of(7));
    }

    @Test
    void what_was_earned_and_is_undone_by_hand_takes_it_along() {
        List<PointEntry> first = bought(WhenSpent.DEBT);

        ReversalResult undone = shop.reverse(first.get(0));

        assertThat(((ReversalResult.Reversed) undone).entries())
                .extracting(PointEntry::points)
                .containsExactly(Points.of(-10), Points.of(-30));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        returnAll("r-2");
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void undone_by_hand_itself_it_is_not_taken_twice() {
        PointEntry gift = bought(WhenSpent.DEBT).get(1);
        shop.reverse(gift);

        returnAll("r-2");

        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R27")
    void the_repeated_return_tells_the_same() {
        bought(WhenSpent.DEBT);
        Recorded first = recorded(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)));
        Recorded again = recorded(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)));

        assertThat(again.repeated()).isTrue();
        assertThat(again.clubs().get(0).entries())
                .isEqualTo(first.clubs().get(0).entries());
    }
}
