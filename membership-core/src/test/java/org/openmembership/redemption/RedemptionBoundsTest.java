package org.openmembership.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.holding.HoldRefusal;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Points as tender, within the bounds of club and scheme. A point is worth a cent unless a test says otherwise. */
@Requirement({"A47", "A48", "R49"})
class RedemptionBoundsTest extends ShopTest {

    @Test
    @Requirement({"B66", "D36"})
    void the_cashier_chooses_an_amount_and_as_many_points_pay_it() {
        AccountId account = accountWith(2_000);

        Redeemed paid = redeemed(RedemptionRequest.paying(account, euros("12.34"), shop.key()));

        assertThat(paid.entry().points()).isEqualTo(Points.of(-1_234));
        assertThat(paid.value()).isEqualTo(euros("12.34"));
    }

    @Test
    void the_last_step_pays_the_last_cent_so_that_no_rest_is_left() {
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.05"))
                .spending(bounds(new RedemptionBounds(Points.of(1), Points.of(1), BigDecimal.ONE, null))));
        AccountId account = accountWith(500);

        Redeemed byAmount = redeemed(
                RedemptionRequest.paying(account, euros("9.99"), shop.key()).towards(euros("9.99")));
        Redeemed byPoints = redeemed(
                RedemptionRequest.of(account, Points.of(200), shop.key()).towards(euros("9.99")));

        assertThat(byAmount.entry().points()).isEqualTo(Points.of(-200));
        assertThat(byAmount.value()).isEqualTo(euros("9.99"));
        assertThat(byPoints.value()).isEqualTo(euros("9.99"));
        assertRefused(
                RedemptionRequest.of(account, Points.of(201), shop.key()).towards(euros("9.99")),
                Reason.ABOVE_SHARE,
                200);
    }

    @Test
    void points_pay_the_clubs_share_of_what_is_due_and_no_more() {
        publish(new RedemptionBounds(Points.of(1), Points.of(1), new BigDecimal("0.5"), null));
        AccountId account = accountWith(2_000);

        assertRefused(
                RedemptionRequest.of(account, Points.of(501), shop.key()).towards(euros("10.00")),
                Reason.ABOVE_SHARE,
                500);
        assertRefused(
                RedemptionRequest.paying(account, euros("5.01"), shop.key()).towards(euros("10.00")),
                Reason.ABOVE_SHARE,
                500);
        Redeemed half = redeemed(
                RedemptionRequest.paying(account, euros("5.00"), shop.key()).towards(euros("10.00")));
        assertThat(half.entry().points()).isEqualTo(Points.of(-500));
    }

    @Test
    void fewer_than_the_minimum_and_no_multiple_of_the_step_are_refused_with_the_figure() {
        publish(new RedemptionBounds(Points.of(200), Points.of(50), BigDecimal.ONE, null));
        AccountId account = accountWith(1_000);

        assertRefused(RedemptionRequest.of(account, Points.of(150), shop.key()), Reason.BELOW_MINIMUM, 200);
        assertRefused(RedemptionRequest.of(account, Points.of(210), shop.key()), Reason.NOT_A_STEP, 50);
        assertThat(shop.redeem(account, 250)).isInstanceOf(Redeemed.class);
    }

    @Test
    void the_limit_of_a_month_counts_what_was_redeemed_in_it() {
        publish(limited(new Limit(Points.of(300), null, new Stretch(1, Stretch.Unit.MONTH))));
        AccountId account = accountWith(1_000);
        shop.spend(account, 200);

        assertRefused(RedemptionRequest.of(account, Points.of(101), shop.key()), Reason.ABOVE_LIMIT, 100);
        assertThat(shop.redeem(account, 100)).isInstanceOf(Redeemed.class);
        assertRefused(RedemptionRequest.of(account, Points.of(1), shop.key()), Reason.ABOVE_LIMIT, 0);
        shop.time().set(Instant.parse("2026-03-31T21:59:59Z"));
        assertRefused(RedemptionRequest.of(account, Points.of(1), shop.key()), Reason.ABOVE_LIMIT, 0);
        shop.time().set(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(shop.redeem(account, 300)).isInstanceOf(Redeemed.class);
    }

    @Test
    void what_is_given_back_and_what_is_held_changes_what_the_limit_leaves() {
        publish(limited(new Limit(Points.of(300), null, new Stretch(1, Stretch.Unit.MONTH))));
        AccountId account = accountWith(1_000);
        shop.reverse(shop.spend(account, 300));
        HoldResult held = shop.membership().holding().place(HoldRequest.of(account, Points.of(250), shop.key()));

        assertThat(held).isInstanceOf(HoldResult.Held.class);
        assertRefused(RedemptionRequest.of(account, Points.of(51), shop.key()), Reason.ABOVE_LIMIT, 50);
        HoldResult more = shop.membership().holding().place(HoldRequest.of(account, Points.of(51), shop.key()));
        assertThat(((HoldResult.Refused) more).reason()).isEqualTo(HoldRefusal.OUT_OF_BOUNDS);
    }

    @Test
    @Requirement("D27")
    void a_limit_may_be_of_times_in_so_many_days() {
        publish(limited(new Limit(null, 2, new Stretch(7, Stretch.Unit.DAY))));
        AccountId account = accountWith(1_000);
        shop.spend(account, 1);
        shop.spend(account, 1);

        assertRefused(RedemptionRequest.of(account, Points.of(1), shop.key()), Reason.TOO_OFTEN, 0);
        shop.time().set(Instant.parse("2026-03-07T22:59:59Z"));
        assertRefused(RedemptionRequest.of(account, Points.of(1), shop.key()), Reason.TOO_OFTEN, 0);
        shop.time().set(Instant.parse("2026-03-07T23:00:00Z"));
        assertThat(shop.redeem(account, 1)).isInstanceOf(Redeemed.class);
    }

    @Test
    @Requirement("R47")
    void the_bounds_of_a_scheme_stand_instead_of_the_clubs() {
        RedemptionBounds strict = limited(new Limit(Points.of(10), null, new Stretch(1, Stretch.Unit.DAY)));
        RedemptionBounds generous = limited(new Limit(Points.of(500), null, new Stretch(1, Stretch.Unit.DAY)));
        shop.publish(club -> club.spending(terms(new TenderTerms(strict, Map.of(Shop.GOLD, generous)))));
        AccountId standard = accountWith(1_000);
        AccountId gold = accountWith(1_000);
        shop.membership().review().pin(gold, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), null));

        assertRefused(RedemptionRequest.of(standard, Points.of(11), shop.key()), Reason.ABOVE_LIMIT, 10);
        assertThat(shop.redeem(gold, 500)).isInstanceOf(Redeemed.class);
    }

    @Test
    void a_quote_says_what_the_till_may_offer() {
        publish(new RedemptionBounds(
                Points.of(100),
                Points.of(50),
                new BigDecimal("0.5"),
                new Limit(Points.of(700), null, new Stretch(1, Stretch.Unit.MONTH))));
        AccountId account = accountWith(1_020);

        assertThat(quote(account, null))
                .isEqualTo(new RedemptionQuote(
                        Points.of(1_020),
                        new BigDecimal("1E+2"),
                        Points.of(100),
                        Points.of(50),
                        Points.of(700),
                        euros("7.00"),
                        null));
        assertThat(quote(account, euros("10.00")).most()).isEqualTo(Points.of(500));
        shop.spend(account, 650);
        RedemptionQuote left = quote(account, null);
        assertThat(left.most()).isEqualTo(Points.ZERO);
        assertThat(left.refusal()).isEqualTo(Reason.ABOVE_LIMIT);
        assertThat(shop.membership().redemption().quote(AccountId.of("nobody"), null))
                .isEmpty();
    }

    @Test
    void what_a_quote_offers_is_what_a_redemption_takes() {
        publish(new RedemptionBounds(Points.of(100), Points.of(50), new BigDecimal("0.7"), null));
        AccountId account = accountWith(1_020);
        Points most = quote(account, euros("9.99")).most();

        assertRefused(
                RedemptionRequest.of(account, most.plus(Points.of(50)), shop.key())
                        .towards(euros("9.99")),
                Reason.ABOVE_SHARE,
                700);
        Redeemed paid = redeemed(RedemptionRequest.of(account, most, shop.key()).towards(euros("9.99")));
        assertThat(paid.value()).isEqualTo(euros("6.99"));
    }

    @Test
    void other_money_and_points_without_value_pay_nothing() {
        AccountId account = accountWith(1_000);
        RedemptionResult foreign = shop.membership()
                .redemption()
                .redeem(RedemptionRequest.paying(account, Money.of(CurrencyUnit.USD, 1), shop.key()));
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0")));
        RedemptionResult worthless =
                shop.membership().redemption().redeem(RedemptionRequest.paying(account, euros("1.00"), shop.key()));

        assertThat(((Refused) foreign).why().reason()).isEqualTo(Reason.OTHER_CURRENCY);
        assertThat(((Refused) worthless).why().reason()).isEqualTo(Reason.NO_VALUE);
        assertThat(quote(account, null).perUnit()).isNull();
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_repeat_says_again_what_was_paid_or_which_bound_was_in_the_way() {
        publish(limited(new Limit(Points.of(300), null, new Stretch(1, Stretch.Unit.MONTH))));
        AccountId account = accountWith(1_000);
        RedemptionRequest paying = RedemptionRequest.paying(account, euros("2.50"), shop.key());
        RedemptionRequest refused = RedemptionRequest.of(account, Points.of(400), shop.key());
        Redeemed first = redeemed(paying);
        Refused no = (Refused) shop.membership().redemption().redeem(refused);

        assertThat(shop.membership().redemption().redeem(paying))
                .isEqualTo(new Redeemed(first.entry(), first.available(), first.value(), true));
        assertThat(shop.membership().redemption().redeem(refused)).isEqualTo(new Refused(no.why(), true));
        assertThat(no.why().bound()).isEqualTo(Points.of(50));
    }

    @Test
    void nothing_asked_for_is_invalid() {
        AccountId account = accountWith(10);

        assertThatThrownBy(() -> redeemed(RedemptionRequest.paying(account, euros("0"), shop.key())
                        .towards(euros("-1"))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path())
                                .containsExactly("amount", "due"));
    }

    private AccountId accountWith(long points) {
        AccountId account = shop.account();
        shop.give(account, points);
        return account;
    }

    private void publish(RedemptionBounds bounds) {
        shop.publish(club -> club.spending(bounds(bounds)));
    }

    private static SpendingTerms bounds(RedemptionBounds bounds) {
        return terms(TenderTerms.of(bounds));
    }

    private static SpendingTerms terms(TenderTerms tender) {
        return new SpendingTerms(
                ConsumptionOrder.NEAREST_EXPIRY, tender, Points.ZERO, SpendingTerms.WhenSpent.DEBT, Period.ZERO);
    }

    private static RedemptionBounds limited(Limit limit) {
        return new RedemptionBounds(Points.of(1), Points.of(1), BigDecimal.ONE, limit);
    }

    private Redeemed redeemed(RedemptionRequest request) {
        return (Redeemed) shop.membership().redemption().redeem(request);
    }

    private RedemptionQuote quote(AccountId account, @Nullable Money due) {
        return shop.membership().redemption().quote(account, due).orElseThrow();
    }

    private void assertRefused(RedemptionRequest request, Reason reason, long bound) {
        Refused refused = (Refused) shop.membership().redemption().redeem(request);
        assertThat(refused.why().reason()).isEqualTo(reason);
        assertThat(refused.why().bound()).isEqualTo(Points.of(bound));
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
