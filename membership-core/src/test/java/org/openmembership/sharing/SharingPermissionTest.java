package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.sharing.SharingResult.Shared;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Who may let whom share an account, and end that: nobody is made to share by another member. */
@Requirement({"R20", "B30"})
final class SharingPermissionTest extends ShopTest {
    private MemberId ada;
    private MemberId grace;
    private AccountId family;

    /** The shop, where it lets members decide about their own accounts. */
    private Membership web;

    @BeforeEach
    void a_family_of_one() {
        AccessPolicy usual = new EverydayAccess();
        web = shop.over(shop.storage(), "web-")
                .accessPolicy(
                        (actor, permission, subject) -> permission == Permission.SHARE_ACCOUNT && subject.is(actor)
                                || usual.allows(actor, permission, subject))
                .open();
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        sharing().become(family, AccountType.FAMILY);
    }

    @Test
    void no_member_lets_another_share_nor_shares_alone() {
        for (MemberId actor : List.of(ada, grace, shop.member())) {
            assertDenied(() -> as(actor).sharing().join(family, grace));
        }
        assertThat(sharing().members(family)).containsExactly(ada);

        assertThat(sharing().join(family, grace)).isInstanceOf(Shared.class);
    }

    @Test
    void a_clerk_must_be_allowed_to_act_for_the_account_and_for_who_joins() {
        for (MemberId allowed : List.of(ada, grace)) {
            Membership clerk = shop.over(shop.storage(), "desk-")
                    .accessPolicy(
                            (actor, permission, subject) -> allowed.value().equals(subject.member()))
                    .open()
                    .as(Actor.staff("clerk-1"));

            assertDenied(() -> clerk.sharing().join(family, grace));
        }
        assertThat(sharing().members(family)).containsExactly(ada);
    }

    @Test
    void an_unknown_member_is_not_told_from_one_who_may_not_be_named() {
        assertDenied(() -> as(ada).sharing().join(family, MemberId.of("nobody")));
    }

    @Test
    void whoever_shares_leaves_as_they_like_and_only_who_represents_it_sends_others_away() {
        MemberId eve = shop.member();
        sharing().join(family, grace);
        sharing().join(family, eve);

        assertDenied(() -> as(eve).sharing().leave(family, grace));
        assertThat(as(grace).sharing().leave(family, grace)).isInstanceOf(Shared.class);
        assertDenied(() -> as(grace).sharing().leave(family, grace));
        assertThat(as(ada).sharing().leave(family, eve)).isInstanceOf(Shared.class);
        assertThat(sharing().members(family)).containsExactly(ada);
    }

    @Test
    void whoever_shares_sees_with_whom() {
        sharing().join(family, grace);

        assertThat(as(grace).sharing().members(family)).containsExactly(ada, grace);
        assertDenied(() -> as(shop.member()).sharing().members(family));
    }

    private static void assertDenied(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(PermissionDeniedException.class);
    }

    private Sharing sharing() {
        return shop.membership().sharing();
    }

    private Membership as(MemberId member) {
        return web.as(Actor.member(member.value()));
    }
}
