package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.SaleResult.RefundRefused;
import org.openmembership.shared.Points;
import org.openmembership.step.Refund;
import org.openmembership.testkit.Requirement;

/** Money of returned goods is paid back as points where a club lets it (B50). */
class RefundToPointsTest extends SaleStage {
    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement("B50")
    void money_paid_back_as_points_beyond_what_was_spent_is_refused_unless_the_club_allows_it() {
        AccountId account = account(ada, beans(Refunds.SPENT_ONLY).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));

        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        assertThat(record(back))
                .isEqualTo(new RefundRefused(
                        back.key(), clubOf(account), RefundRefusal.NOT_ALLOWED, euros("50"), euros("0")));
        assertThat(shop.membership().sales().lookup(back.key())).isEmpty();
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement({"B50", "R31", "R41"})
    void a_refund_is_an_entry_of_its_own_at_the_value_of_a_point_that_counts_for_no_scheme() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50")));

        PointEntry refund = refunds(account).get(0);
        assertThat(refund.points()).isEqualTo(Points.of(5_000));
        assertThat(refund.value().getAmount()).isEqualByComparingTo("50");
        assertThat(refund.cause().pointKind()).isEqualTo(PointKind.OTHER);
        assertThat(refund.cause().origin().command().key()).isEqualTo(key("r-2"));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    @Test
    @Requirement({"B50", "R39"})
    void points_that_were_spent_come_back_first_and_only_the_rest_is_new() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        shop.give(account, 1_000);
        shop.membership()
                .sales()
                .checkOut(Checkout.of(
                        paid(sale("r-1", buyer, line(1, "1", "50")), tender("POINTS", "10"), tender("CASH", "40")),
                        account));

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50")));

        assertThat(refunds(account)).extracting(PointEntry::points).containsExactly(Points.of(4_000));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    @Test
    @Requirement("B50")
    void a_refund_above_the_balance_goes_through_and_repays_a_debt_first() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        shop.membership().redemption().redeem(account, Points.of(5), shop.key());
        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-20", "r-1", 1)), tender("CASH", "-20")));
        assertThat(shop.balance(account).debt()).isEqualTo(Points.of(2));

        recorded(paid(sale("r-3", buyer, returned(1, "-1", "-30", "r-1", 1)), tender("POINTS", "-30")));

        assertThat(shop.balance(account).debt()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(2_995));
    }

    @Test
    @Requirement("B50")
    void no_more_is_refunded_than_the_returned_lines_and_the_other_tenders_leave() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "2", "50")));

        Purchase twice = paid(
                sale("r-2", buyer, returned(1, "-1", "-25", "r-1", 1)), tender("POINTS", "-25"), tender("CASH", "-1"));
        assertThat(refused(twice)).isEqualTo(RefundRefusal.MORE_THAN_DUE);
        Purchase bought = paid(
                sale("r-3", buyer, returned(1, "-1", "-25", "r-1", 1)), tender("POINTS", "-99"), tender("CASH", "74"));
        assertThat(refused(bought)).isEqualTo(RefundRefusal.MORE_THAN_DUE);
        Purchase dearer = paid(sale("r-4", buyer, returned(1, "-2", "-51", "r-1", 1)), tender("POINTS", "-51"));
        assertThat(refused(dearer)).isEqualTo(RefundRefusal.MORE_THAN_DUE);
        assertThat(refunds(account)).isEmpty();
    }

    @Test
    @Requirement({"B50", "R39"})
    void goods_without_a_receipt_take_back_what_they_would_earn_however_they_are_refunded() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        shop.give(account, 10);

        recorded(paid(sale("r-1", buyer, line(1, "-1", "-20")), tender("POINTS", "-20")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(10 + 2_000 - 2));
    }

    @Test
    @Requirement({"B50", "R27"})
    void a_repeated_refund_gives_the_first_answer_again() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));
        SaleResult.Recorded first = recorded(back);

        SaleResult.Recorded again = recorded(back);

        assertThat(again.repeated()).isTrue();
        assertThat(again.clubs().get(0).entries())
                .isEqualTo(first.clubs().get(0).entries());

        assertThat(refunds(account)).hasSize(1);
    }

    @Test
    @Requirement({"B50", "B42"})
    void a_refund_is_undone_like_any_entry_and_lives_as_long_as_points_of_the_day() {
        AccountId account = account(
                ada,
                beans(Refunds.MONEY_TOO)
                        .expiry(ExpiryRule.after(Period.ofDays(10)))
                        .build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50")));
        assertThat(shop.lots(account).get(0).life().lapsesAt())
                .isBefore(shop.time().instant().plus(Duration.ofDays(12)));

        shop.reverse(refunds(account).get(0).id());

        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("B50")
    void two_clubs_that_would_both_refund_the_same_tender_are_refused_by_name() {
        account(ada, beans(Refunds.MONEY_TOO).build());
        account(ada, refunding(club("tea"), Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));

        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        assertThat(refused(back)).isEqualTo(RefundRefusal.SEVERAL_CLUBS);
    }

    @Test
    @Requirement("B50")
    void a_club_without_a_value_of_a_point_refunds_nothing() {
        account(
                ada,
                beans(Refunds.MONEY_TOO)
                        .pointValue(PointValue.of(CurrencyUnit.EUR, "0"))
                        .build());

        Purchase back = paid(sale("r-1", buyer, line(1, "-1", "-20")), tender("POINTS", "-20"));

        assertThat(refused(back)).isEqualTo(RefundRefusal.NO_VALUE);
    }

    @Test
    @Requirement({"B50", "R38"})
    void a_preview_of_a_refund_equals_its_posting() {
        account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        SaleResult.Previewed preview =
                (SaleResult.Previewed) shop.membership().sales().preview(back);

        assertThat(preview.clubs()).isEqualTo(recorded(back).clubs());
    }

    static ClubBuilder beans(Refunds refunds) {
        return refunding(club("beans"), refunds);
    }

    private static ClubBuilder refunding(ClubBuilder club, Refunds refunds) {
        TenderTerms tender = TenderTerms.DEFAULT.refunding(refunds);
        return club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                .spending(new SpendingTerms(
                        ConsumptionOrder.NEAREST_EXPIRY,
                        tender,
                        Points.ZERO,
                        SpendingTerms.WhenSpent.DEBT,
                        Period.ZERO));
    }

    private ClubId clubOf(AccountId account) {
        return shop.storage()
                .read(stores -> stores.accounts().find(account))
                .orElseThrow()
                .club();
    }

    private RefundRefusal refused(Purchase purchase) {
        SaleResult result = record(purchase);
        assertThat(result).isInstanceOf(RefundRefused.class);
        return ((RefundRefused) result).reason();
    }

    private List<PointEntry> refunds(AccountId account) {
        return shop.history(account).stream()
                .filter(entry -> entry.kind() == EntryKind.POSITIVE_ADJUSTMENT)
                .filter(entry -> Refund.REASON.equals(entry.cause().origin().reason()))
                .toList();
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
