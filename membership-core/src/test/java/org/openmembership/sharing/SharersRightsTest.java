package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.Balance;
import org.openmembership.member.MemberId;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

/** What those may do who share an account and do not represent it, on every storage. */
@Requirement({"B30", "R20", "R55"})
final class SharersRightsTest extends ShopTest {
    private AccountId family;
    private MemberId ada;
    private MemberId grace;

    @BeforeEach
    void a_family_of_two_with_points() {
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        shop.membership().sharing().become(family, AccountType.FAMILY);
        shop.membership().sharing().join(family, grace);
        shop.give(family, 100);
    }

    @Test
    void whoever_shares_an_account_sees_its_balance_and_entries() {
        Membership graces = as(grace);

        assertThat(graces.statements().balance(family)).map(Balance::available).contains(Points.of(100));
        assertThat(graces.statements().entries(family, Page.Request.first(5)).items())
                .hasSize(1);
        assertThat(graces.holding().inForce(family)).isEmpty();
    }

    @Test
    void and_spends_and_holds_its_points() {
        assertThat(as(grace).redemption().redeem(family, Points.of(30), shop.key()))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(as(grace).holding().place(HoldRequest.of(family, Points.of(20), shop.key())))
                .isInstanceOf(HoldResult.Held.class);

        assertThat(shop.available(family)).isEqualTo(Points.of(50));
    }

    @Test
    void but_transfers_are_for_whoever_represents_it() {
        AccountId other = shop.account();

        assertThatThrownBy(() ->
                        as(grace).transfer().transfer(new TransferRequest(family, other, Points.of(10), shop.key())))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(shop.available(family)).isEqualTo(Points.of(100));
    }

    @Test
    void a_policy_may_keep_sharers_from_spending() {
        AccessPolicy everyday = new EverydayAccess();
        Membership strict = shop.over(shop.storage(), "s-")
                .accessPolicy((actor, permission, subject) -> everyday.allows(actor, permission, subject)
                        && !(permission == Permission.REDEEM && subject.sharing()))
                .open();

        assertThatThrownBy(() ->
                        strict.as(Actor.member(grace.value())).redemption().redeem(family, Points.of(30), shop.key()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(strict.as(Actor.member(ada.value())).redemption().redeem(family, Points.of(30), shop.key()))
                .isInstanceOf(RedemptionResult.Redeemed.class);
    }

    @Test
    void strangers_and_whoever_has_left_see_and_spend_nothing() {
        MemberId eve = shop.member();
        shop.membership().sharing().leave(family, grace);

        for (MemberId stranger : java.util.List.of(eve, grace)) {
            assertThatThrownBy(() -> as(stranger).statements().balance(family))
                    .isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> as(stranger).redemption().redeem(family, Points.of(1), shop.key()))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    private Membership as(MemberId member) {
        return shop.membership().as(Actor.member(member.value()));
    }
}
