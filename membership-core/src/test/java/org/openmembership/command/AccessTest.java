package org.openmembership.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.reversal.ReversalRequest;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** What the default policy lets whom do (R20), and that a refusal writes nothing. */
@Requirement({"R20", "I17"})
class AccessTest extends ShopTest {
    private static final ExternalKey KEY = ExternalKey.of("anyone", "1");

    private AccountId account;
    private AccountId other;
    private PointEntry given;

    @BeforeEach
    void two_accounts() {
        account = shop.account();
        other = shop.account();
        given = shop.give(account, 100);
    }

    @Test
    void a_till_redeems_reverses_and_identifies() {
        Membership till = shop.membership().as(Actor.till("till-7"));

        assertThat(till.redemption().redeem(account, Points.of(10), KEY)).isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(till.reversal().reverse(ReversalRequest.of(given.id(), "void", KEY)))
                .isInstanceOf(ReversalResult.Reversed.class);
        assertThat(till.statements().balance(account)).isPresent();
        assertThat(till.review().raise(account)).isPresent();
        assertThat(till.identification().byMember(owner(account))).isNotNull();
    }

    @Test
    @Requirement("A30")
    void a_till_does_not_adjust_nor_do_the_books() {
        Membership till = shop.membership().as(Actor.till("till-7"));

        denied(Permission.ADJUST, () -> till.adjustment().adjust(adjustment()));
        denied(Permission.TRANSFER, () -> till.transfer().transfer(transfer()));
        denied(Permission.EXPIRE, () -> till.expiry().run(Shop.CLUB, Progress.NONE));
        denied(Permission.REVIEW, () -> till.review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE));
        denied(Permission.PIN_SCHEME, () -> till.review().pin(account, Shop.GOLD, pin()));
        denied(Permission.AUDIT, () -> till.audit().run());
    }

    @Test
    @Requirement({"A30", "A47"})
    void staff_needs_a_grant_for_redeeming_adjusting_and_reversing() {
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));

        denied(Permission.REDEEM, () -> clerk.redemption().redeem(account, Points.of(10), KEY));
        denied(Permission.ADJUST, () -> clerk.adjustment().adjust(adjustment()));
        denied(Permission.REVERSE, () -> clerk.reversal().reverse(ReversalRequest.of(given.id(), "void", KEY)));
        denied(Permission.TRANSFER, () -> clerk.transfer().transfer(transfer()));
        assertThat(clerk.statements().balance(account)).isPresent();
    }

    @Test
    void a_member_redeems_moves_and_reads_what_is_his_own() {
        Membership member = memberOf(account);

        assertThat(member.redemption().redeem(account, Points.of(10), KEY))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(member.transfer().transfer(transfer())).isInstanceOf(TransferResult.Transferred.class);
        assertThat(member.statements().entries(account, Page.Request.first(10)).items())
                .hasSize(3);
        assertThat(member.review().history(account)).hasSize(1);
    }

    @Test
    void and_nothing_of_somebody_elses() {
        Membership stranger = memberOf(other);

        denied(Permission.REDEEM, () -> stranger.redemption().redeem(account, Points.of(10), KEY));
        denied(Permission.TRANSFER, () -> stranger.transfer().transfer(transfer()));
        denied(Permission.READ_STATEMENT, () -> stranger.statements().balance(account));
        denied(Permission.READ_STATEMENT, () -> stranger.statements().entries(account, Page.Request.first(10)));
        denied(Permission.READ_STATEMENT, () -> stranger.statements().ofClub(Shop.CLUB));
        denied(Permission.READ_STATEMENT, () -> stranger.review().history(account));
        denied(Permission.ADJUST, () -> stranger.adjustment().adjust(adjustment()));
        denied(Permission.ENROL, () -> stranger.enrolment().enrol(owner(other), ClubId.of("coffee")));
    }

    @Test
    void a_stranger_learns_nothing_by_looking_up_a_key() {
        shop.membership().redemption().redeem(account, Points.of(10), KEY);

        denied(Permission.REDEEM, () -> memberOf(other).redemption().lookup(account, KEY));
        assertThat(memberOf(account).redemption().lookup(account, KEY)).isPresent();
    }

    @Test
    @Requirement("R27")
    void a_denied_call_leaves_the_key_free() {
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));

        denied(Permission.REDEEM, () -> clerk.redemption().redeem(account, Points.of(10), KEY));

        assertThat(shop.membership().redemption().lookup(account, KEY)).isEmpty();
        assertThat(shop.membership().redemption().redeem(account, Points.of(20), KEY))
                .isInstanceOf(RedemptionResult.Redeemed.class);
    }

    @Test
    void the_hosts_policy_decides_from_actor_permission_and_whose_data_it_is() {
        String owner = owner(account).value();
        Membership strict = shop.over(shop.storage(), "strict-")
                .accessPolicy((actor, permission, subject) -> permission == Permission.REDEEM
                        && actor.equals(Actor.staff("clerk-1"))
                        && owner.equals(subject.member()))
                .open()
                .as(Actor.staff("clerk-1"));

        assertThat(strict.redemption().redeem(account, Points.of(10), KEY))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        denied(Permission.REDEEM, () -> strict.redemption().redeem(other, Points.of(10), shop.key()));
        denied(Permission.READ_STATEMENT, () -> strict.statements().balance(account));
    }

    @Test
    @Requirement("B7")
    void an_unknown_account_is_told_only_to_those_who_may_redeem() {
        AccountId nobody = AccountId.of("nobody");

        denied(Permission.REDEEM, () -> memberOf(account).redemption().redeem(nobody, Points.of(1), KEY));
        assertThat(shop.membership().as(Actor.till("till-7")).redemption().redeem(nobody, Points.of(1), KEY))
                .isInstanceOfSatisfying(
                        RedemptionResult.Refused.class,
                        refused -> assertThat(refused.why().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT));
    }

    private void denied(Permission permission, ThrowingCallable call) {
        int entries = shop.history(account).size() + shop.history(other).size();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PermissionDeniedException.class,
                        denied -> assertThat(denied.permission()).isEqualTo(permission));
        assertThat(shop.history(account).size() + shop.history(other).size()).isEqualTo(entries);
    }

    private Membership memberOf(AccountId owned) {
        return shop.membership().as(Actor.member(owner(owned).value()));
    }

    private MemberId owner(AccountId owned) {
        return shop.row(owned).owner().mainMember();
    }

    private AdjustmentRequest adjustment() {
        return AdjustmentRequest.of(account, Points.of(10), "gift", KEY);
    }

    private TransferRequest transfer() {
        return new TransferRequest(account, other, Points.of(5), KEY);
    }

    private static SchemePin pin() {
        return new SchemePin(ReasonCode.of("vip"), null);
    }
}
