package org.openmembership.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.redemption.RedemptionRequest;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.redemption.RedemptionResult.KeyReused;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.reversal.ReversalRequest;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.StoreCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

@Requirement({"R27", "I8"})
class IdempotencyTest extends ShopTest {
    private static final ExternalKey KEY = ExternalKey.of("till-7", "receipt-4412");

    @Test
    void a_repeated_redemption_gives_the_first_answer_and_takes_nothing_more() {
        AccountId account = shop.account();
        shop.give(account, 100);
        Redeemed first = (Redeemed) redeem(account, 40);
        shop.time().set("2026-03-05T12:00:00Z");
        shop.give(account, 1_000);

        Redeemed again = (Redeemed) redeem(account, 40);

        assertThat(again).isEqualTo(new Redeemed(first.entry(), first.available(), first.value(), true));
        assertThat(shop.available(account)).isEqualTo(Points.of(1_060));
    }

    @Test
    void a_refusal_stands_even_when_there_are_points_later() {
        AccountId account = shop.account();
        Refused first = (Refused) redeem(account, 40);
        shop.give(account, 100);

        Refused again = (Refused) redeem(account, 40);

        assertThat(again).isEqualTo(new Refused(first.why(), true));
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
    }

    @Test
    @Requirement("R54")
    void a_refusal_for_a_block_is_told_again_to_the_microsecond() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set("2026-03-02T08:30:00.123456Z");
        shop.block(account);
        Refused first = (Refused) redeem(account, 40);
        shop.unblock(account);

        Refused again = (Refused) redeem(account, 40);

        assertThat(again.why().reason()).isEqualTo(Reason.BLOCKED);
        assertThat(again.why().blockedSince()).isEqualTo(first.why().blockedSince());
    }

    @Test
    void the_same_key_with_other_points_is_a_reused_key() {
        AccountId account = shop.account();
        shop.give(account, 100);
        redeem(account, 40);
        Instant then = shop.time().instant();
        shop.time().set("2026-03-05T12:00:00Z");

        assertThat(redeem(account, 41)).isEqualTo(new KeyReused(KEY, then));
        assertThat(shop.available(account)).isEqualTo(Points.of(60));
    }

    @Test
    void under_another_account_of_the_club_it_is_a_reused_key() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        shop.give(account, 100);
        shop.give(other, 100);
        redeem(account, 40);

        assertThat(redeem(other, 40)).isInstanceOf(KeyReused.class);
        assertThat(shop.available(other)).isEqualTo(Points.of(100));
        assertThat(shop.membership().redemption().lookup(other, KEY)).isEmpty();
    }

    @Test
    void in_another_club_it_is_another_key() {
        ClubId books = shop.anotherClub("books");
        var member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        AccountId other = shop.account(member, books);
        shop.give(account, 100);
        shop.give(other, 100);
        redeem(account, 40);

        assertThat(redeem(other, 50)).isInstanceOf(Redeemed.class);
    }

    @Test
    void for_another_operation_it_is_another_key() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        PointEntry given = shop.give(account, 100);
        redeem(account, 40);

        assertThat(adjust(account, 1)).isInstanceOf(AdjustmentResult.Adjusted.class);
        assertThat(transfer(account, other, 1)).isInstanceOf(TransferResult.Transferred.class);
        assertThat(reverse(given)).isInstanceOf(ReversalResult.Reversed.class);
    }

    @Test
    void who_asks_again_and_where_does_not_matter() {
        AccountId account = shop.account();
        shop.give(account, 100);
        redeem(account, 40);

        RedemptionResult again = shop.membership()
                .as(Actor.till("till-9"))
                .redemption()
                .redeem(RedemptionRequest.of(account, Points.of(40), KEY)
                        .in(new PointEntry.Scene(null, null, StoreCode.of("other"), null)));

        assertThat(((Redeemed) again).repeated()).isTrue();
    }

    @Test
    void when_it_was_granted_offline_does() {
        AccountId account = shop.account();
        shop.give(account, 100);
        redeem(account, 40);

        assertThat(shop.membership()
                        .redemption()
                        .redeem(RedemptionRequest.of(account, Points.of(40), KEY)
                                .grantedOfflineAt(Instant.parse("2026-03-01T10:00:00Z"))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void every_command_repeats_its_answer() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        AdjustmentResult.Adjusted adjusted = (AdjustmentResult.Adjusted) adjust(account, 10);
        TransferResult.Transferred moved = (TransferResult.Transferred) transfer(account, other, 4);
        ReversalResult.Reversed reversed = (ReversalResult.Reversed) reverse(adjusted.entry());

        assertThat(adjust(account, 10))
                .isEqualTo(new AdjustmentResult.Adjusted(adjusted.entry(), adjusted.available(), true));
        assertThat(transfer(account, other, 4))
                .isEqualTo(new TransferResult.Transferred(moved.from(), moved.to(), true));
        assertThat(reverse(adjusted.entry()))
                .isEqualTo(new ReversalResult.Reversed(reversed.entries(), reversed.available(), true));
        assertThat(shop.history(account)).hasSize(3);
    }

    @Test
    void every_command_notices_a_reused_key() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        PointEntry first = shop.give(account, 10);
        PointEntry second = shop.give(account, 10);
        adjust(account, 10);
        transfer(account, other, 4);
        reverse(first);

        assertThat(adjust(account, 11)).isInstanceOf(AdjustmentResult.KeyReused.class);
        assertThat(transfer(account, other, 5)).isInstanceOf(TransferResult.KeyReused.class);
        assertThat(reverse(second)).isInstanceOf(ReversalResult.KeyReused.class);
    }

    @Test
    void every_command_repeats_its_refusal() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        PointEntry given = shop.give(account, 1);
        shop.reverse(given);
        List<Object> first = List.of(adjust(account, -10), transfer(account, other, 4), reverse(given));
        shop.give(account, 100);

        assertThat(adjust(account, -10))
                .isEqualTo(new AdjustmentResult.Refused(
                        ((AdjustmentResult.Refused) first.get(0)).reason(), Points.ZERO, true));
        assertThat(transfer(account, other, 4))
                .isEqualTo(new TransferResult.Refused(
                        ((TransferResult.Refused) first.get(1)).reason(), Points.ZERO, true));
        assertThat(reverse(given))
                .isEqualTo(new ReversalResult.Refused(((ReversalResult.Refused) first.get(2)).reason(), true));
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
    }

    @Test
    void an_unknown_account_keeps_the_key_free() {
        AccountId nobody = AccountId.of("nobody");
        AccountId account = shop.account();
        shop.give(account, 100);

        assertThat(((Refused) redeem(nobody, 40)).why().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT);
        assertThat(adjust(nobody, 1)).isInstanceOf(AdjustmentResult.Refused.class);
        assertThat(redeem(account, 40)).isInstanceOf(Redeemed.class);
    }

    @Test
    @Requirement("I29")
    void lookup_answers_with_what_was_recorded() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        AdjustmentResult.Adjusted adjusted = (AdjustmentResult.Adjusted) adjust(account, 10);
        Redeemed redeemed = (Redeemed) redeem(account, 3);
        TransferResult.Transferred moved = (TransferResult.Transferred) transfer(account, other, 4);
        ReversalResult.Reversed reversed = (ReversalResult.Reversed) reverse(adjusted.entry());
        var membership = shop.membership();

        assertThat(membership.adjustment().lookup(account, KEY))
                .contains(new AdjustmentResult.Adjusted(adjusted.entry(), adjusted.available(), true));
        assertThat(membership.redemption().lookup(account, KEY))
                .contains(new Redeemed(redeemed.entry(), redeemed.available(), redeemed.value(), true));
        assertThat(membership.transfer().lookup(account, KEY))
                .contains(new TransferResult.Transferred(moved.from(), moved.to(), true));
        assertThat(membership.reversal().lookup(account, KEY))
                .contains(new ReversalResult.Reversed(reversed.entries(), reversed.available(), true));
    }

    @Test
    @Requirement("I29")
    void lookup_is_empty_for_what_was_not_done() {
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(shop.membership().redemption().lookup(account, KEY)).isEmpty();
        assertThat(shop.membership().redemption().lookup(AccountId.of("nobody"), KEY))
                .isEmpty();
        assertThat(redeem(account, 3)).isInstanceOf(Redeemed.class);
    }

    @Test
    @Requirement("I29")
    void lookup_shows_a_refusal_too() {
        AccountId account = shop.account();
        redeem(account, 3);

        assertThat(shop.membership().redemption().lookup(account, KEY))
                .contains(new Refused(
                        new SpendingRefusal(Reason.NOT_ENOUGH_POINTS, Points.of(3), Points.ZERO, Points.ZERO, null),
                        true));
    }

    private RedemptionResult redeem(AccountId account, long points) {
        return shop.membership().redemption().redeem(account, Points.of(points), KEY);
    }

    private AdjustmentResult adjust(AccountId account, long points) {
        return shop.membership()
                .adjustment()
                .adjust(AdjustmentRequest.of(account, Points.of(points), "correction", KEY));
    }

    private TransferResult transfer(AccountId from, AccountId to, long points) {
        return shop.membership().transfer().transfer(new TransferRequest(from, to, Points.of(points), KEY));
    }

    private ReversalResult reverse(PointEntry entry) {
        return shop.membership().reversal().reverse(ReversalRequest.of(entry.id(), "mistake", KEY));
    }
}
