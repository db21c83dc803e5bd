package org.openmembership.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Points;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TillCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

class RedemptionTest extends ShopTest {

    @Test
    @Requirement({"B5", "A47", "R26"})
    void redeeming_takes_the_points_and_says_what_they_were_worth() {
        AccountId account = shop.account();
        shop.give(account, 250);

        Redeemed redeemed = (Redeemed) shop.redeem(account, 100);

        assertThat(redeemed.entry().points()).isEqualTo(Points.of(-100));
        assertThat(redeemed.entry().kind()).isEqualTo(EntryKind.REDEMPTION);
        assertThat(redeemed.available()).isEqualTo(Points.of(150));
        assertThat(redeemed.value()).isEqualTo(Money.of(CurrencyUnit.EUR, new BigDecimal("1.00")));
        assertThat(redeemed.repeated()).isFalse();
        assertThat(shop.available(account)).isEqualTo(Points.of(150));
    }

    @Test
    @Requirement({"R26", "I3"})
    void all_that_is_there_can_be_spent_and_not_a_hundredth_more() {
        AccountId account = shop.account();
        shop.give(account, 10);

        RedemptionResult more =
                shop.membership().redemption().redeem(account, Points.of(new BigDecimal("10.01")), shop.key());
        RedemptionResult all = shop.redeem(account, 10);

        assertThat(more)
                .isEqualTo(new Refused(
                        new SpendingRefusal(
                                Reason.NOT_ENOUGH_POINTS,
                                Points.of(new BigDecimal("10.01")),
                                Points.of(10),
                                Points.ZERO,
                                null),
                        false));
        assertThat(all).isInstanceOf(Redeemed.class);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void no_points_or_fewer_are_invalid_and_leave_the_key_free() {
        AccountId account = shop.account();
        shop.give(account, 10);
        var key = shop.key();

        assertThatThrownBy(() -> shop.membership().redemption().redeem(account, Points.ZERO, key))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path())
                                .containsExactly("points"));
        assertThatThrownBy(() -> shop.membership().redemption().redeem(account, Points.of(-1), key))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(shop.membership().redemption().redeem(account, Points.of(1), key))
                .isInstanceOf(Redeemed.class);
    }

    @Test
    @Requirement("A47")
    void less_than_the_clubs_minimum_is_refused() {
        shop.publish(club -> club.spending(new SpendingTerms(
                ConsumptionOrder.NEAREST_EXPIRY, Points.of(50), Points.ZERO, WhenSpent.DEBT, Period.ZERO)));
        AccountId account = shop.account();
        shop.give(account, 100);

        assertThat(((Refused) shop.redeem(account, 49)).why().reason()).isEqualTo(Reason.BELOW_MINIMUM);
        assertThat(shop.redeem(account, 50)).isInstanceOf(Redeemed.class);
    }

    @Test
    @Requirement({"R54", "B37"})
    void a_blocked_account_spends_nothing_and_says_since_when() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set("2026-03-02T08:30:00.123456Z");
        shop.block(account);

        Refused refused = (Refused) shop.redeem(account, 10);

        assertThat(refused.why().reason()).isEqualTo(Reason.BLOCKED);
        assertThat(refused.why().blockedSince()).isEqualTo(Instant.parse("2026-03-02T08:30:00.123456Z"));
        assertThat(refused.why().available()).isEqualTo(Points.of(100));
    }

    @Test
    void a_closed_account_spends_nothing() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.closeAccount(account);

        assertThat(((Refused) shop.redeem(account, 10)).why().reason()).isEqualTo(Reason.CLOSED);
    }

    @Test
    @Requirement("R24")
    void the_lot_that_lapses_first_is_spent_first_and_among_equals_the_older_entry() {
        AccountId account = shop.account();
        lasting(30);
        shop.give(account, 10);
        lasting(10);
        shop.give(account, 20);
        shop.give(account, 30);

        shop.spend(account, 35);

        assertThat(shop.remaining(account)).containsExactly("10", "15");
        assertThat(shop.lots(account)).extracting(lot -> lot.id().entry().seq()).containsExactly(1L, 3L);
    }

    @Test
    @Requirement({"R24", "I5"})
    void by_the_clubs_choice_the_lot_earned_first_is_spent_first() {
        AccountId account = shop.account();
        lasting(30);
        shop.give(account, 10);
        shop.time().set("2026-03-02T12:00:00Z");
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10)))
                .spending(new SpendingTerms(
                        ConsumptionOrder.OLDEST_FIRST, Points.of(1), Points.ZERO, WhenSpent.DEBT, Period.ZERO)));
        shop.give(account, 20);

        shop.spend(account, 15);

        assertThat(shop.lots(account)).extracting(lot -> lot.id().entry().seq()).containsExactly(2L);
        assertThat(shop.remaining(account)).containsExactly("15");
    }

    @Test
    @Requirement({"R23", "I4"})
    void one_redemption_may_take_from_many_lots() {
        AccountId account = shop.account();
        for (int i = 1; i <= 40; i++) {
            shop.give(account, i);
        }

        shop.spend(account, 800);

        assertThat(shop.remaining(account)).containsExactly("20");
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(20), Points.of(20), Points.ZERO));
    }

    @Test
    @Requirement("R31")
    void an_entry_keeps_the_point_value_of_its_time() {
        AccountId account = shop.account();
        shop.give(account, 200);
        PointEntry before = shop.spend(account, 100);
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.05")));
        PointEntry after = shop.spend(account, 100);

        List<PointEntry> history = shop.history(account);

        assertThat(history).element(1).isEqualTo(before);
        assertThat(history.get(1).value().toMoney().getAmount()).isEqualByComparingTo("1.00");
        assertThat(after.value().toMoney().getAmount()).isEqualByComparingTo("5.00");
        assertThat(after.cause().basis().clubVersion()).isEqualTo(2);
    }

    @Test
    @Requirement("B42")
    void an_entry_says_who_and_where_and_under_which_key() {
        AccountId account = shop.account();
        shop.give(account, 200);
        var scene = new PointEntry.Scene(
                shop.row(account).owner().mainMember(),
                CardNumber.of("4000-1"),
                StoreCode.of("store-3"),
                TillCode.of("till-7"));
        var key = shop.key();

        shop.membership()
                .redemption()
                .redeem(RedemptionRequest.of(account, Points.of(5), key).in(scene));

        PointEntry kept = shop.history(account).get(1);
        assertThat(kept.cause().origin().scene()).isEqualTo(scene);
        assertThat(kept.cause().origin().command().key()).isEqualTo(key);
        assertThat(kept.balanceAfter()).isEqualTo(Points.of(195));
    }

    private void lasting(int days) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(days))));
    }
}
