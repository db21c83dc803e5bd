package org.openmembership.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"A30", "B42", "B44", "B45"})
class AdjustmentTest extends ShopTest {

    @Test
    @Requirement({"C14", "D37"})
    void points_are_added_with_their_reason_and_kind() {
        AccountId account = shop.account();

        PointEntry entry = shop.give(account, Points.of(new BigDecimal("12.34")), PointKind.AWARD);

        assertThat(entry.kind()).isEqualTo(EntryKind.POSITIVE_ADJUSTMENT);
        assertThat(entry.points()).isEqualTo(Points.ofHundredths(1234));
        assertThat(entry.cause().origin().reason()).isEqualTo(ReasonCode.of("goodwill"));
        assertThat(entry.cause().pointKind()).isEqualTo(PointKind.AWARD);
        assertThat(shop.lots(account)).singleElement().extracting(Lot::kind).isEqualTo(PointKind.AWARD);
    }

    @Test
    @Requirement("R25")
    void added_points_live_by_the_clubs_rule_from_now() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        AccountId account = shop.account();

        shop.give(account, 10);

        assertThat(shop.lots(account).get(0).life().lapsesAt()).isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
    }

    @Test
    void at_most_what_is_available_is_taken() {
        AccountId account = shop.account();
        shop.give(account, 10);

        AdjustmentResult tooMuch = adjust(account, -11);
        AdjustmentResult all = adjust(account, -10);

        assertThat(tooMuch).isEqualTo(new Refused(AdjustmentRefusal.NOT_ENOUGH_POINTS, Points.of(10), false));
        assertThat(((Adjusted) all).entry().kind()).isEqualTo(EntryKind.NEGATIVE_ADJUSTMENT);
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    void nothing_to_adjust_is_invalid() {
        AccountId account = shop.account();

        assertThatThrownBy(() -> adjust(account, 0)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Requirement("R54")
    void a_blocked_account_can_be_adjusted_and_a_closed_one_not() {
        AccountId account = shop.account();
        shop.block(account);
        AdjustmentResult blocked = adjust(account, 10);
        shop.closeAccount(account);
        AdjustmentResult closed = adjust(account, 10);

        assertThat(blocked).isInstanceOf(Adjusted.class);
        assertThat(closed).isEqualTo(new Refused(AdjustmentRefusal.CLOSED, Points.of(10), false));
    }

    @Test
    @Requirement("R23")
    void added_points_repay_a_debt_first() {
        AccountId account = shop.account();
        shop.owe(account, 25);

        adjust(account, 20);
        Balance owing = shop.balance(account);
        adjust(account, 20);

        assertThat(owing).isEqualTo(new Balance(Points.of(-5), Points.of(-5), Points.of(5)));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(15), Points.of(15), Points.ZERO));
        assertThat(shop.remaining(account)).containsExactly("15");
    }

    @Test
    @Requirement("I25")
    void points_beyond_the_range_are_refused_and_change_nothing() {
        AccountId account = shop.account();
        shop.give(account, 1_000_000_000_000L);

        assertThatThrownBy(() -> shop.give(account, 1)).isInstanceOf(ArithmeticException.class);

        assertThat(shop.history(account)).hasSize(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(1_000_000_000_000L));
    }

    private AdjustmentResult adjust(AccountId account, long points) {
        return shop.membership()
                .adjustment()
                .adjust(AdjustmentRequest.of(account, Points.of(points), "correction", shop.key()));
    }
}
