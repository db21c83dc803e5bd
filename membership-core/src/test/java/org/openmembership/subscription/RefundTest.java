package org.openmembership.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.club.PointKind;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.SchemeTerms.PaidTerm.Refund;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.subscription.RefundResult.Refunded;
import org.openmembership.subscription.RefundResult.Refused;
import org.openmembership.subscription.SubscriptionResult.Subscribed;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Silver is sold for 30 days at 10.00, gold for a year at 99.95. The shop starts on 1 March 2026. */
@Requirement("R43")
class RefundTest extends ShopTest {
    private AccountId account;

    @BeforeEach
    void silver_and_gold_are_sold() {
        sell("10.00", Refund.PRO_RATA, Refund.WHOLE);
        account = shop.account();
    }

    @Test
    void the_share_of_the_days_that_are_left_is_given_back_and_what_was_earned_is_held_at_once() {
        shop.give(account, Points.of(100), PointKind.AWARD);
        on("2026-03-02");
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
        ExternalKey gold = buy(Shop.GOLD);
        on("2026-06-30");
        assertThat(held()).isEqualTo(Shop.GOLD);

        assertThat(refund(gold)).isEqualTo(refunded("99.95", "2026-06-30", "2027-03-01"));

        assertThat(held()).isEqualTo(Shop.SILVER);
        SchemeMove last = last();
        assertThat(last.change()).isEqualTo(new SchemeMove.Change(Shop.GOLD, Shop.SILVER));
        assertThat(last.cause().kind()).isEqualTo(Kind.REFUNDED);
    }

    @Test
    void pro_rata_counts_today_as_left_and_rounds_half_up() {
        ExternalKey whole = buy(Shop.SILVER);
        assertThat(refund(whole)).isEqualTo(refunded("10.00", "2026-03-01", "2026-03-30"));

        ExternalKey silver = buy(Shop.SILVER);
        on("2026-03-14");
        assertThat(refund(silver)).isEqualTo(refunded("5.67", "2026-03-14", "2026-03-30"));

        assertThat(held()).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R27")
    void a_repeat_gives_the_first_answer_again_and_changes_nothing() {
        ExternalKey silver = buy(Shop.SILVER);
        on("2026-03-14");
        Refunded first = (Refunded) refund(silver);
        long version = shop.row(account).version();
        on("2026-03-20");

        Refunded again = new Refunded(first.amount(), first.from(), first.until(), true);
        assertThat(refund(silver)).isEqualTo(again);
        assertThat(shop.membership().subscription().lookupRefund(account, silver))
                .contains(again);
        assertThat(shop.membership().subscription().lookupRefund(account, shop.key()))
                .isEmpty();
        assertThat(shop.row(account).version()).isEqualTo(version);
    }

    @Test
    void of_terms_behind_each_other_the_last_goes_first_and_the_one_before_is_held_to_its_end() {
        ExternalKey first = buy(Shop.SILVER);
        ExternalKey second = buy(Shop.SILVER);
        on("2026-03-14");

        assertThat(refund(first)).isEqualTo(new Refused(RefundRefusal.LATER_TERM_FIRST));
        assertThat(refund(second)).isEqualTo(refunded("10.00", "2026-03-31", "2026-04-29"));
        assertThat(held()).isEqualTo(Shop.SILVER);
        assertThat(last().when().until()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(refund(first)).isEqualTo(refunded("5.67", "2026-03-14", "2026-03-30"));
        assertThat(held()).isEqualTo(Shop.STANDARD);
    }

    @Test
    void the_price_and_the_policy_are_those_under_which_it_was_bought() {
        ExternalKey silver = buy(Shop.SILVER);
        shop.time().set("2026-03-01T12:00:01Z");
        sell("70.00", Refund.NONE, Refund.NONE);
        ExternalKey gold = buy(Shop.GOLD, shop.account());

        assertThat(refund(silver)).isEqualTo(refunded("10.00", "2026-03-01", "2026-03-30"));
        assertThat(refund(gold)).isEqualTo(new Refused(RefundRefusal.NOT_BOUGHT));
        ExternalKey dear = buy(Shop.SILVER);
        assertThat(refund(dear)).isEqualTo(new Refused(RefundRefusal.NOT_REFUNDABLE));
    }

    @Test
    void what_is_over_or_replaced_or_was_never_bought_is_refused() {
        ExternalKey over = buy(Shop.SILVER);
        on("2026-03-31");
        assertThat(refund(over)).isEqualTo(new Refused(RefundRefusal.OVER));
        ExternalKey replaced = buy(Shop.SILVER);
        buy(Shop.GOLD);
        assertThat(refund(replaced)).isEqualTo(new Refused(RefundRefusal.LATER_TERM_FIRST));

        assertThat(refund(shop.key())).isEqualTo(new Refused(RefundRefusal.NOT_BOUGHT));
        assertThat(shop.membership().subscription().refund(AccountId.of("nobody"), over))
                .isEqualTo(new Refused(RefundRefusal.UNKNOWN_ACCOUNT));
        shop.closeAccount(account);
        assertThat(refund(replaced)).isEqualTo(new Refused(RefundRefusal.CLOSED));
    }

    private void sell(String silver, Refund ofSilver, Refund ofGold) {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60").with(sold(Period.ofDays(30), silver, ofSilver)),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(sold(Period.ofYears(1), "99.95", ofGold))))
                .build());
    }

    private static SchemeTerms sold(Period period, String price, Refund refund) {
        BigMoney money = BigMoney.of(CurrencyUnit.EUR, new BigDecimal(price));
        return SchemeTerms.DEFAULT.soldFor(new SchemeTerms.PaidTerm(period, money, refund));
    }

    private ExternalKey buy(SchemeId scheme) {
        return buy(scheme, account);
    }

    private ExternalKey buy(SchemeId scheme, AccountId buyer) {
        ExternalKey key = shop.key();
        assertThat(shop.membership().subscription().subscribe(new SubscriptionRequest(buyer, scheme, key)))
                .isInstanceOf(Subscribed.class);
        return key;
    }

    private RefundResult refund(ExternalKey bought) {
        return shop.membership().subscription().refund(account, bought);
    }

    private static Refunded refunded(String amount, String from, String until) {
        return new Refunded(
                Money.of(CurrencyUnit.EUR, new BigDecimal(amount)),
                LocalDate.parse(from),
                LocalDate.parse(until),
                false);
    }

    private void on(String day) {
        shop.time().set(day + "T12:00:00Z");
    }

    private SchemeId held() {
        return shop.row(account).schemeAt(shop.time().instant());
    }

    private SchemeMove last() {
        List<SchemeMove> moves = shop.membership().review().history(account);
        return moves.get(moves.size() - 1);
    }
}
