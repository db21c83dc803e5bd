package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.SpendingTerms;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** What a sale was paid with in points comes back with its goods, and what it earned is worked out anew where a club says so. */
class PaidBackTest extends SaleStage {
    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement({"R39", "D26", "R33"})
    void the_tenders_of_a_return_say_how_much_comes_back_as_points_and_the_last_part_is_exact() {
        AccountId account = open(worth("0.03"));
        pay(account, 100);
        recorded(paid(sale("r-1", buyer, line(1, "3", "30")), tender("POINTS", "3.00"), tender("CASH", "27.00")));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(902));

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-10", "r-1", 1)), tender("POINTS", "-1.00")));
        assertThat(lastBack(account).points()).hasToString("33.33");
        recorded(paid(sale("r-3", buyer, returned(1, "-1", "-10", "r-1", 1)), tender("CASH", "-10.00")));
        recorded(paid(sale("r-4", buyer, returned(1, "-1", "-10", "r-1", 1)), tender("POINTS", "-3.00")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(1_000));
    }

    @Test
    @Requirement({"R39", "D26"})
    void where_a_return_is_silent_points_come_back_by_the_share_of_the_value() {
        AccountId account = open(worth("0"));
        pay(account, 100);
        recorded(sale("r-1", buyer, line(1, "3", "30"), line(2, "1", "70")));

        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-10", "r-1", 1)));
        assertThat(lastBack(account).points()).isEqualTo(Points.of(10));
        recorded(sale("r-3", buyer, returned(1, "-2", "-20", "r-1", 1), returned(2, "-1", "-70", "r-1", 2)));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(1_000));
        assertThat(shop.lots(account)).hasSize(1);
    }

    @Test
    @Requirement({"R39", "R23"})
    void points_of_a_lapsed_lot_come_back_for_the_grace_of_the_club_and_without_one_lapse_at_once() {
        AccountId graceful =
                open(worth("0").expiry(ExpiryRule.after(Period.ofDays(10))).spending(grace(5)));
        pay(graceful, 100);
        recorded(sale("r-1", buyer, line(1, "1", "30")));
        shop.time().advance(Duration.ofDays(30));

        recorded(sale("r-2", buyer, returned(1, "-1", "-30", "r-1", 1)));

        assertThat(shop.available(graceful)).isEqualTo(Points.of(100));
        shop.time().advance(Duration.ofDays(6));
        assertThat(shop.available(graceful)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R39", "I11"})
    void a_redemption_that_came_back_in_part_is_reversed_for_the_rest_only_and_once() {
        AccountId account = open(worth("0"));
        EntryId redemption = pay(account, 100);
        recorded(sale("r-1", buyer, line(1, "2", "20")));
        recorded(sale("r-2", buyer, returned(1, "-1", "-10", "r-1", 1)));

        assertThat(shop.reverse(redemption)).isInstanceOf(ReversalResult.Reversed.class);
        recorded(sale("r-3", buyer, returned(1, "-1", "-10", "r-1", 1)));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(1_000));
    }

    @Test
    @Requirement({"R39", "S26"})
    void working_out_anew_takes_all_of_a_sale_that_falls_below_the_least_sale() {
        AccountId anew = open(worth("0").earningBounds(minimum("100")).earningPolicies(returning(Returns.RECOMPUTE)));
        recorded(sale("r-1", buyer, line(1, "1", "60"), line(2, "1", "50")));
        assertThat(shop.balance(anew).booked()).isEqualTo(Points.of(1_011));

        recorded(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 2)));
        assertThat(shop.balance(anew).booked()).isEqualTo(Points.of(1_000));
        recorded(sale("r-3", buyer, returned(1, "-1", "-60", "r-1", 1)));
        assertThat(shop.balance(anew).booked()).isEqualTo(Points.of(1_000));
    }

    @Test
    @Requirement({"R39", "R48"})
    void working_out_anew_goes_by_the_rules_of_then() {
        AccountId anew = open(worth("0").earningPolicies(returning(Returns.RECOMPUTE)));
        recorded(sale("r-1", buyer, line(1, "1", "19"), line(2, "1", "19")));
        shop.time().advance(Duration.ofHours(1));
        shop.publish(club("beans").earningBounds(minimum("500")).build());

        recorded(sale("r-2", buyer, returned(1, "-1", "-19", "r-1", 2)));

        assertThat(shop.balance(anew).booked()).isEqualTo(Points.of(1_001));
    }

    private AccountId open(ClubBuilder club) {
        AccountId account = account(ada, club.build());
        shop.give(account, 1_000);
        return account;
    }

    /** A club whose points are worth something. */
    private static ClubBuilder worth(String value) {
        return club("beans").pointValue(PointValue.of(CurrencyUnit.EUR, value));
    }

    /** Redeems points under the key of the first receipt. */
    private EntryId pay(AccountId account, long points) {
        RedemptionResult paid = shop.membership().redemption().redeem(account, Points.of(points), key("r-1"));
        return ((RedemptionResult.Redeemed) paid).entry().id();
    }

    private PointEntry lastBack(AccountId account) {
        List<PointEntry> found = shop.history(account).stream()
                .filter(entry ->
                        entry.kind() == EntryKind.REVERSAL && entry.points().isPositive())
                .toList();
        return found.get(found.size() - 1);
    }

    private static SpendingTerms grace(int days) {
        SpendingTerms usual = SpendingTerms.DEFAULT;
        return new SpendingTerms(
                usual.order(), usual.tender(), usual.offlineLimit(), usual.whenSpent(), Period.ofDays(days));
    }

    private static EarningTerms.Bounds minimum(String amount) {
        EarningTerms.Bounds usual = EarningTerms.Bounds.DEFAULT;
        return new EarningTerms.Bounds(new BigDecimal(amount), usual.maxEarly(), usual.maxLate());
    }
}
