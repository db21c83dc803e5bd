package org.openmembership.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.Club;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.club.TransferTerms;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.periodic.Progress;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** A club that another node published anew is noticed before anything is decided by the older version (R48). */
@Requirement("R48")
class RepublishedClubTest extends ShopTest {
    private Membership node;
    private AccountId account;

    @BeforeEach
    void a_node_that_knows_the_first_version() {
        node = shop.over(shop.storage(), "node-").open();
        account = shop.account();
        shop.give(account, 100);
        node.adjustment().adjust(AdjustmentRequest.of(account, Points.of(1), "warm-up", shop.key()));
        shop.time().set("2026-03-02T12:00:00Z");
    }

    @Test
    @Requirement("R48")
    void a_club_is_not_published_in_a_hosts_transaction_whose_rollback_would_leave_it_behind() {
        HostTransactions host = shop.opened().hostTransactions().orElseThrow();
        Club other = shop.coffee().name("Never published").build();

        host.inTransaction(joined -> {
            assertThatThrownBy(() -> shop.membership().within(joined).clubs().publish(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("host's transaction");
            return joined;
        });

        assertThat(shop.membership().clubs().current(Shop.CLUB).map(Club::name)).contains("Coffee Club");
    }

    @Test
    void redeeming_uses_the_new_value_and_minimum() {
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.05"))
                .spending(new SpendingTerms(
                        ConsumptionOrder.NEAREST_EXPIRY, Points.of(10), Points.ZERO, WhenSpent.DEBT, Period.ZERO)));

        RedemptionResult small = node.redemption().redeem(account, Points.of(9), shop.key());
        RedemptionResult.Redeemed redeemed =
                (RedemptionResult.Redeemed) node.redemption().redeem(account, Points.of(20), shop.key());

        assertThat(small).isInstanceOf(RedemptionResult.Refused.class);
        assertThat(redeemed.value().getAmount()).isEqualByComparingTo("1.00");
        assertThat(redeemed.entry().cause().basis().clubVersion()).isEqualTo(2);
    }

    /** A node that knows one club guesses that every account is in it. */
    @Test
    @Requirement("B29")
    void an_account_of_a_club_the_node_has_never_heard_of_redeems_by_that_clubs_terms() {
        AccountId elsewhere = shop.account(shop.member(), shop.anotherClub("tea"));
        shop.give(elsewhere, 5);
        ExternalKey key = shop.key();

        RedemptionResult.Redeemed redeemed =
                (RedemptionResult.Redeemed) node.redemption().redeem(elsewhere, Points.of(2), key);

        assertThat(redeemed.entry().cause().basis().scheme()).isEqualTo(SchemeId.of("tea-only"));
        assertThat(node.redemption().redeem(elsewhere, Points.of(2), key))
                .isEqualTo(shop.membership().redemption().redeem(elsewhere, Points.of(2), key));
        assertThat(shop.remaining(elsewhere)).containsExactly("3");
    }

    @Test
    @Requirement("I5")
    void redeeming_uses_the_new_order() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(5)))
                .spending(new SpendingTerms(
                        ConsumptionOrder.OLDEST_FIRST, Points.of(1), Points.ZERO, WhenSpent.DEBT, Period.ZERO)));
        shop.give(account, 50);

        node.redemption().redeem(account, Points.of(20), shop.key());

        assertThat(shop.remaining(account)).containsExactly("80", "1", "50");
    }

    @Test
    void points_live_by_the_new_rule() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(5))));

        node.adjustment().adjust(AdjustmentRequest.of(account, Points.of(7), "gift", shop.key()));

        assertThat(shop.lots(account).get(2).life().lapsesAt()).isEqualTo(Instant.parse("2026-03-07T23:00:00Z"));
    }

    @Test
    void transfers_use_the_new_factor_and_minimum_life() {
        AccountId other = shop.account();
        shop.publish(club ->
                club.transfer(new TransferTerms(new BigDecimal("0.5"), Period.ofDays(3), TransferTerms.Expiry.KEEP)));

        TransferResult moved = node.transfer().transfer(new TransferRequest(account, other, Points.of(40), shop.key()));

        assertThat(((TransferResult.Transferred) moved).to().points()).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement("R45")
    void reviews_use_the_new_thresholds() {
        shop.give(account, Points.of(150), PointKind.AWARD);
        shop.publish(
                club -> club.review(ReviewTerms.DEFAULT).schemes(Scheme.from("platinum", "Platinum", 4, "120", "110")));

        node.review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);

        assertThat(shop.row(account).scheme()).isEqualTo(SchemeId.of("platinum"));
    }

    @Test
    @Requirement("A39")
    void enrolments_use_the_new_first_scheme() {
        shop.publish(club -> club.startIn(Shop.SILVER));

        EnrolmentResult enrolled = node.enrolment().enrol(shop.member(), Shop.CLUB);

        assertThat(((EnrolmentResult.Enrolled) enrolled).account().scheme()).isEqualTo(Shop.SILVER);
    }

    @Test
    @Requirement("R31")
    void statements_value_points_by_the_new_value() {
        node.statements().ofClub(Shop.CLUB);
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.05")));

        assertThat(node.statements().ofClub(Shop.CLUB).liability().getAmount()).isEqualByComparingTo("5.05");
    }

    @Test
    void a_version_published_for_later_holds_from_then_on() {
        shop.membership()
                .clubs()
                .publish(
                        shop.coffee()
                                .pointValue(PointValue.of(CurrencyUnit.EUR, "0.05"))
                                .build(),
                        Instant.parse("2026-03-03T12:00:00Z"));

        RedemptionResult before = node.redemption().redeem(account, Points.of(1), shop.key());
        shop.time().set("2026-03-03T12:00:00Z");
        RedemptionResult after = node.redemption().redeem(account, Points.of(1), shop.key());

        assertThat(((RedemptionResult.Redeemed) before).entry().cause().basis().clubVersion())
                .isEqualTo(1);
        assertThat(((RedemptionResult.Redeemed) after).entry().cause().basis().clubVersion())
                .isEqualTo(2);
    }
}
