package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** What comes back, and what that does to points. */
@Requirement("R39")
class ReturnsTest extends SaleStage {
    private MemberId ada;
    private AccountId account;
    private Buyer buyer = Buyer.GUEST;

    @BeforeEach
    void ada_collects() {
        ada = shop.member();
        account = account(ada, club("beans").build());
    }

    @Test
    @Requirement({"R39", "I11"})
    void a_linked_return_takes_back_its_share_and_the_last_part_the_rest() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "3", "100"), line(2, "1", "50")));

        Recorded first = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-33.33", "r-1", 1)));
        assertThat(first.clubs().get(0).points()).isEqualTo(Points.of(-3));
        assertThat(first.clubs().get(0).entries()).extracting(PointEntry::kind).containsExactly(EntryKind.REVERSAL);
        recorded(sale("r-3", Buyer.member(ada), returned(1, "-2", "-66.67", "r-1", 1)));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
        recorded(sale("r-4", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 2)));
        recorded(sale("r-5", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 2)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R39", "F13"})
    void a_return_before_its_sale_is_refused_and_may_come_again() {
        Purchase back = sale("r-2", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1));

        assertThat(record(back)).isInstanceOf(SaleResult.UnknownOriginal.class);
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        assertThat(recorded(back).repeated()).isFalse();
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R39")
    void a_return_that_names_no_original_counts_negative_and_may_leave_a_debt() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "50")));
        recorded(sale("r-2", Buyer.member(ada), line(1, "-1", "-120")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(-7));
        assertThat(shop.balance(account).debt()).isEqualTo(Points.of(7));
        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "100")));
        assertThat(shop.available(account)).isEqualTo(Points.of(3));
    }

    @Test
    @Requirement("R26")
    void a_club_may_refuse_to_take_back_points_that_are_spent() {
        AccountId strict = account(
                shop.member(),
                club("strict").spending(whenSpent(WhenSpent.REFUSE)).build());
        MemberId owner = shop.storage()
                .read(stores -> stores.accounts().membersOf(strict))
                .get(0);
        recorded(sale("r-1", Buyer.member(owner), line(1, "1", "100")));
        shop.membership().redemption().redeem(strict, Points.of(8), key("p-1"));
        Purchase back = sale("r-2", Buyer.member(owner), returned(1, "-1", "-100", "r-1", 1));

        assertThat(record(back)).isEqualTo(new SaleResult.PointsSpent(key("r-2"), strict, Points.of(10), Points.of(2)));
        assertThat(shop.membership().sales().lookup(key("r-2"))).isEmpty();
    }

    @Test
    @Requirement("R26")
    void a_club_may_write_off_points_that_are_spent() {
        MemberId owner = shop.member();
        AccountId lenient = account(
                owner, club("lenient").spending(whenSpent(WhenSpent.WRITE_OFF)).build());
        recorded(sale("r-1", Buyer.member(owner), line(1, "1", "100")));
        shop.membership().redemption().redeem(lenient, Points.of(8), key("p-1"));
        recorded(sale("r-2", Buyer.member(owner), returned(1, "-1", "-100", "r-1", 1)));

        assertThat(shop.balance(lenient).booked()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(lenient).debt()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R39")
    void goods_of_another_account_come_back_as_a_sale_of_their_own() {
        MemberId bob = shop.member();
        account(bob, club("beans").build());
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        assertThat(record(sale("r-2", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1), line(2, "1", "20"))))
                .isEqualTo(new SaleResult.OtherAccount(key("r-2"), account));
        recorded(sale("r-3", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R39", "R40"})
    void whoever_brings_goods_back_without_saying_who_buys_the_rest_earns_nobody_points() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        Recorded exchanged =
                recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1), line(2, "1", "80")));

        assertThat(exchanged.clubs()).extracting(ClubPoints::points).containsExactly(Points.of(-10));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R26")
    void what_an_exchange_brings_covers_what_it_takes_back() {
        MemberId owner = shop.member();
        AccountId strict = account(
                owner, club("strict").spending(whenSpent(WhenSpent.REFUSE)).build());
        recorded(sale("r-1", Buyer.member(owner), line(1, "1", "100")));
        shop.membership().redemption().redeem(strict, Points.of(8), key("p-1"));
        PurchaseLine back = returned(1, "-1", "-100", "r-1", 1);

        assertThat(record(sale("r-2", Buyer.member(owner), back, line(2, "1", "70"))))
                .isInstanceOf(SaleResult.PointsSpent.class);
        recorded(sale("r-2", Buyer.member(owner), back, line(2, "1", "80")));
        assertThat(shop.balance(strict).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R26", "I11"})
    void points_written_off_with_a_return_are_not_taken_when_its_sale_is_reversed() {
        AccountId lenient = lenient();
        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));
        recorded(sale("r-3", buyer, line(1, "1", "50")));

        shop.reverse(new EntryId(lenient, 1));

        assertThat(shop.available(lenient)).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement({"R26", "I11"})
    void points_written_off_with_a_reversal_are_not_taken_when_goods_come_back() {
        AccountId lenient = lenient();
        shop.reverse(new EntryId(lenient, 1));
        recorded(sale("r-3", buyer, line(1, "1", "50")));

        Recorded late = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));

        assertThat(late.clubs().get(0).outcome()).isEqualTo(ClubPoints.Outcome.NOTHING);
        assertThat(shop.available(lenient)).isEqualTo(Points.of(5));
    }

    /** An account in a club that writes off what is gone; 8 of 10 points of its first sale are. */
    private AccountId lenient() {
        MemberId owner = shop.member();
        buyer = Buyer.member(owner);
        AccountId lenient = account(
                owner, club("lenient").spending(whenSpent(WhenSpent.WRITE_OFF)).build());
        recorded(sale("r-1", buyer, line(1, "1", "100")));
        shop.membership().redemption().redeem(lenient, Points.of(8), key("p-1"));
        return lenient;
    }

    private static SpendingTerms whenSpent(WhenSpent policy) {
        SpendingTerms usual = SpendingTerms.DEFAULT;
        return new SpendingTerms(usual.order(), usual.tender(), usual.offlineLimit(), policy, usual.grace());
    }
}
