package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeBlocker;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.shared.Actor;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** S31: somebody who looks like a member must not become that member by a merge. */
@Requirement("S31")
final class S31MergeTakeoverTest extends ShopTest {
    @Test
    void two_members_of_whom_both_have_proven_an_address_become_one_only_if_both_agree() {
        for (boolean firstProven : List.of(true, false)) {
            for (boolean secondProven : List.of(true, false)) {
                for (boolean firstAgrees : List.of(true, false)) {
                    for (boolean secondAgrees : List.of(true, false)) {
                        boolean merged = merge(firstProven, secondProven, firstAgrees, secondAgrees);
                        assertThat(merged)
                                .as("%s %s %s %s", firstProven, secondProven, firstAgrees, secondAgrees)
                                .isEqualTo(!(firstProven && secondProven) || firstAgrees && secondAgrees);
                    }
                }
            }
        }
    }

    private boolean merge(boolean firstProven, boolean secondProven, boolean firstAgrees, boolean secondAgrees) {
        MemberId first = member(firstProven);
        MemberId second = member(secondProven);
        if (firstAgrees) {
            as(first).merging().agree(first, second);
        }
        if (secondAgrees) {
            as(second).merging().agree(second, first);
        }
        MergeRequest request = MergeRequest.of(customer(first), List.of(customer(second)), shop.key())
                .keeping(user(first));
        MergeResult result = shop.membership().merging().merge(request);
        if (result instanceof MergeResult.Refused refused) {
            assertThat(refused.blockers())
                    .extracting(MergeBlocker::reason)
                    .containsOnly(MergeBlocker.Reason.NOT_AGREED);
            assertThat(customer(second)).isEqualTo(request.others().get(0));
        }
        return result instanceof MergeResult.Merged;
    }

    @Test
    void members_agree_for_themselves_alone_and_looking_alike_merges_nothing() {
        MemberId ada = member(true);
        MemberId eve = member(true);

        assertThatThrownBy(() -> as(eve).merging().agree(ada, eve)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.staff("clerk-1")).merging().agree(ada, eve))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(as(ada).merging().agree(ada, MemberId.of("unknown"))).isFalse();
        assertThat(customer(ada)).isNotEqualTo(customer(eve));
    }

    private Membership as(MemberId member) {
        return shop.membership().as(Actor.member(member.value()));
    }

    private MemberId member(boolean proven) {
        MemberId member = shop.member();
        if (proven) {
            shop.storage().inUnitOfWork(stores -> {
                User user = stores.users().find(user(member, stores)).orElseThrow();
                stores.users().update(user.verified(shop.time().instant()));
                return member;
            });
        }
        return member;
    }

    private static UserId user(MemberId member, org.openmembership.storage.Stores stores) {
        return Objects.requireNonNull(
                stores.members().find(member).orElseThrow().user());
    }

    private UserId user(MemberId member) {
        return shop.storage().read(stores -> user(member, stores));
    }

    private CustomerId customer(MemberId member) {
        return Objects.requireNonNull(shop.storage()
                .read(stores -> stores.members().find(member))
                .orElseThrow()
                .primary());
    }
}
