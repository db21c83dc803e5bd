package org.openmembership.members;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What the back office sees of a member, on every storage. */
final class MembersTest extends ShopTest {
    private Member ada;

    @BeforeEach
    void ada_registers() {
        ada = members(Actor.SYSTEM).find(shop.member()).orElseThrow();
    }

    @Test
    @Requirement("A6")
    void the_member_of_a_customer_is_found_and_strangers_are_nobody() {
        CustomerId customer = requireNonNull(ada.primary());

        assertThat(members(Actor.staff("clerk-7")).ofCustomer(customer)).contains(ada);
        assertThat(members(Actor.SYSTEM).ofCustomer(CustomerId.of("nobody"))).isEmpty();
        assertThat(members(Actor.SYSTEM).find(MemberId.of("nobody"))).isEmpty();
    }

    @Test
    @Requirement("A23")
    void the_accounts_of_a_member_hold_their_schemes_blocked_ones_too() {
        AccountId coffee = shop.account(ada.id(), Shop.CLUB);
        AccountId beans = shop.account(ada.id(), shop.anotherClub("beans"));
        shop.block(beans);

        assertThat(members(Actor.SYSTEM).accounts(ada.id()))
                .extracting(MemberAccount::id)
                .containsExactlyInAnyOrder(coffee, beans);
        assertThat(members(Actor.SYSTEM).accounts(MemberId.of("nobody"))).isEmpty();
    }

    @Test
    @Requirement("R20")
    void members_read_their_own_and_nobody_elses() {
        Members own = members(Actor.member(ada.id().value()));
        CustomerId stranger = requireNonNull(
                members(Actor.SYSTEM).find(shop.member()).orElseThrow().primary());

        assertThat(own.find(ada.id())).contains(ada);
        assertThat(own.ofCustomer(requireNonNull(ada.primary()))).contains(ada);
        assertThat(own.accounts(ada.id())).isEmpty();
        assertThatThrownBy(() -> own.ofCustomer(stranger)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> own.accounts(MemberId.of("nobody"))).isInstanceOf(PermissionDeniedException.class);
    }

    private Members members(Actor actor) {
        return shop.membership().as(actor).members();
    }
}
