package org.openmembership.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.TransferTerms;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Points;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferResult.Refused;
import org.openmembership.transfer.TransferResult.Transferred;

@Requirement({"B4", "B46", "R30"})
class TransferTest extends ShopTest {

    @Test
    @Requirement("I10")
    void points_leave_one_account_and_arrive_at_the_other() {
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 100);

        Transferred moved = (Transferred) transfer(from, to, 40);

        assertThat(moved.from().kind()).isEqualTo(EntryKind.TRANSFER_FROM);
        assertThat(moved.from().points()).isEqualTo(Points.of(-40));
        assertThat(moved.to().kind()).isEqualTo(EntryKind.TRANSFER_TO);
        assertThat(moved.to().points()).isEqualTo(Points.of(40));
        assertThat(moved.from().related()).contains(moved.to().id());
        assertThat(moved.to().related()).contains(moved.from().id());
        assertThat(shop.available(from)).isEqualTo(Points.of(60));
        assertThat(shop.available(to)).isEqualTo(Points.of(40));
    }

    @Test
    @Requirement({"B20", "R30"})
    void what_arrives_is_labelled_as_the_club_says_and_as_award_points_where_it_says_nothing() {
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 100);
        assertThat(((Transferred) transfer(from, to, 40)).to().cause().pointKind())
                .isEqualTo(PointKind.AWARD);
        shop.publish(club -> club.transfer(
                new TransferTerms(BigDecimal.ONE, Period.ZERO, TransferTerms.Expiry.KEEP, PointKind.OTHER)));

        Transferred moved = (Transferred) transfer(from, to, 40);

        assertThat(moved.from().cause().pointKind()).isEqualTo(PointKind.AWARD);
        assertThat(moved.to().cause().pointKind()).isEqualTo(PointKind.OTHER);
        assertThat(shop.lots(to)).extracting(Lot::kind).containsExactly(PointKind.AWARD, PointKind.OTHER);
    }

    @Test
    @Requirement({"B47", "B48"})
    void at_a_factor_of_nine_tenths_a_hundred_points_arrive_as_ninety() {
        factor("0.90");
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 100);

        Transferred moved = (Transferred) transfer(from, to, 100);

        assertThat(moved.from().points()).isEqualTo(Points.of(-100));
        assertThat(moved.to().points()).isEqualTo(Points.of(90));
    }

    @Test
    @Requirement("B47")
    void factors_of_zero_and_one_both_lose_nothing() {
        for (String factor : new String[] {"0", "1"}) {
            factor(factor);
            AccountId from = shop.account();
            AccountId to = shop.account();
            shop.give(from, 7);

            assertThat(((Transferred) transfer(from, to, 7)).to().points()).isEqualTo(Points.of(7));
        }
    }

    @Test
    @Requirement({"R30", "I25"})
    void what_arrives_is_rounded_once_over_all_lots() {
        factor("0.5");
        AccountId from = shop.account();
        AccountId to = shop.account();
        for (int i = 0; i < 5; i++) {
            shop.give(from, 1);
        }

        Transferred moved = (Transferred) transfer(from, to, 5);

        assertThat(moved.to().points()).isEqualTo(Points.of(2));
        assertThat(shop.lots(to).stream().map(lot -> lot.remaining()).reduce(Points.ZERO, Points::plus))
                .isEqualTo(Points.of(2));
    }

    @Test
    void where_nothing_would_arrive_nothing_leaves() {
        factor("0.5");
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 1);

        assertThat(transfer(from, to, 1)).isEqualTo(new Refused(TransferRefusal.NOTHING_ARRIVES, Points.of(1), false));
        assertThat(shop.history(to)).isEmpty();
    }

    @Test
    void more_than_is_available_is_refused() {
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 10);

        assertThat(transfer(from, to, 11))
                .isEqualTo(new Refused(TransferRefusal.NOT_ENOUGH_POINTS, Points.of(10), false));
    }

    @Test
    @Requirement("R30")
    void only_points_with_enough_life_left_may_go() {
        terms("1", Period.ofDays(5), TransferTerms.Expiry.KEEP);
        AccountId from = shop.account();
        AccountId to = shop.account();
        lasting(4, Period.ofDays(5));
        shop.give(from, 10);
        lasting(5, Period.ofDays(5));
        shop.give(from, 20);

        TransferResult tooMuch = transfer(from, to, 21);
        Transferred moved = (Transferred) transfer(from, to, 20);

        assertThat(tooMuch).isEqualTo(new Refused(TransferRefusal.NOT_ENOUGH_POINTS, Points.of(30), false));
        assertThat(moved.to().points()).isEqualTo(Points.of(20));
        assertThat(shop.remaining(from)).containsExactly("10");
        assertThat(shop.lots(from).get(0).id().entry().seq()).isEqualTo(1);
    }

    @Test
    @Requirement("R30")
    void moved_lots_keep_their_dates() {
        assertThat(lapsesAfterTransfer(TransferTerms.Expiry.KEEP)).isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
    }

    @Test
    @Requirement("R30")
    void or_begin_a_new_life_where_the_club_says_so() {
        assertThat(lapsesAfterTransfer(TransferTerms.Expiry.RENEW)).isEqualTo(Instant.parse("2026-03-15T23:00:00Z"));
    }

    @Test
    @Requirement({"R30", "I10"})
    void or_have_the_earlier_of_both_ends() {
        assertThat(lapsesAfterTransfer(TransferTerms.Expiry.EARLIER_OF_BOTH))
                .isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
    }

    private Instant lapsesAfterTransfer(TransferTerms.Expiry expiry) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10)))
                .transfer(new TransferTerms(BigDecimal.ONE, Period.ZERO, expiry)));
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 10);
        shop.time().set("2026-03-05T12:00:00Z");
        transfer(from, to, 10);
        return shop.lots(to).get(0).life().lapsesAt();
    }

    @Test
    @Requirement("B4")
    void points_never_leave_their_club() {
        ClubId books = shop.anotherClub("books");
        AccountId from = shop.account();
        AccountId to = shop.account(shop.member(), books);
        shop.give(from, 10);

        assertThat(((Refused) transfer(from, to, 5)).reason()).isEqualTo(TransferRefusal.OTHER_CLUB);
        assertThat(shop.available(from)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement({"R30", "R54"})
    void neither_account_may_be_blocked_or_closed() {
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 10);
        shop.block(to);
        TransferResult toBlocked = transfer(from, to, 5);
        shop.unblock(to);
        shop.block(from);
        TransferResult fromBlocked = transfer(from, to, 5);
        shop.unblock(from);
        shop.closeAccount(to);
        TransferResult toClosed = transfer(from, to, 5);

        assertThat(((Refused) toBlocked).reason()).isEqualTo(TransferRefusal.BLOCKED);
        assertThat(((Refused) fromBlocked).reason()).isEqualTo(TransferRefusal.BLOCKED);
        assertThat(((Refused) toClosed).reason()).isEqualTo(TransferRefusal.CLOSED);
    }

    @Test
    @Requirement("R23")
    void a_debt_of_the_target_is_repaid_first() {
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 10);
        shop.owe(to, 4);

        transfer(from, to, 10);

        assertThat(shop.balance(to)).isEqualTo(new Balance(Points.of(6), Points.of(6), Points.ZERO));
        assertThat(shop.remaining(to)).containsExactly("6");
    }

    @Test
    void an_unknown_account_keeps_the_key_free() {
        AccountId from = shop.account();
        shop.give(from, 10);
        var key = shop.key();

        TransferResult unknown = shop.membership()
                .transfer()
                .transfer(new TransferRequest(from, AccountId.of("nobody"), Points.of(1), key));
        TransferResult known =
                shop.membership().transfer().transfer(new TransferRequest(from, shop.account(), Points.of(1), key));

        assertThat(((Refused) unknown).reason()).isEqualTo(TransferRefusal.UNKNOWN_ACCOUNT);
        assertThat(known).isInstanceOf(Transferred.class);
    }

    @Test
    @Requirement({"R30", "I26"})
    void points_that_live_long_enough_go_although_our_clock_stepped_back() {
        lasting(10, Period.ofDays(3));
        AccountId from = shop.account();
        AccountId to = shop.account();
        shop.give(from, 10);
        shop.time().set("2026-03-10T12:00:00Z");
        shop.give(from, 10);
        shop.time().set("2026-03-08T12:00:00Z");

        assertThat(((Transferred) transfer(from, to, 5)).to().points()).isEqualTo(Points.of(5));
        assertThat(shop.remaining(from)).containsExactly("10", "5");
    }

    @Test
    void an_account_does_not_transfer_to_itself_nor_nothing() {
        AccountId from = shop.account();

        assertThatThrownBy(() -> transfer(from, from, 1)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> transfer(from, shop.account(), 0)).isInstanceOf(InvalidRequestException.class);
    }

    private TransferResult transfer(AccountId from, AccountId to, long points) {
        return shop.membership().transfer().transfer(new TransferRequest(from, to, Points.of(points), shop.key()));
    }

    private void factor(String factor) {
        terms(factor, Period.ZERO, TransferTerms.Expiry.KEEP);
    }

    private void terms(String factor, Period minimumLife, TransferTerms.Expiry expiry) {
        shop.publish(club -> club.transfer(new TransferTerms(new BigDecimal(factor), minimumLife, expiry)));
    }

    private void lasting(int days, Period minimumLife) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(days)))
                .transfer(new TransferTerms(BigDecimal.ONE, minimumLife, TransferTerms.Expiry.KEEP)));
    }
}
