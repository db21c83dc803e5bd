package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.club.Deferral.Awaits.NOTHING;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Sales that wait for an account which is merged into another one meanwhile. */
@Requirement({"A59", "R16", "I20"})
final class DeferralAfterMergeTest extends SaleStage {
    private MemberId ada;
    private MemberId eve;
    private AccountId into;
    private AccountId from;

    @BeforeEach
    void a_sale_of_somebody_waits_who_is_somebody_else() {
        ada = shop.member();
        eve = shop.member();
        into = account(ada, DeferralTest.deferring(Duration.ofDays(1), NOTHING).build());
        from = shop.account(eve, DeferralTest.BEANS);
        shop.membership().merging().agree(ada, eve);
        shop.membership().merging().agree(eve, ada);
        recorded(sale("r-1", Buyer.member(eve), line(1, "2", "100")));
    }

    @Test
    void it_is_posted_to_the_account_that_has_what_the_other_had() {
        merge();
        assertThat(shop.membership().deferral().waiting(into))
                .extracting(WaitingSale::points)
                .containsExactly(Points.of(10));
        shop.time().advance(Duration.ofDays(1));

        shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);
        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        shop.time().advance(Duration.ofDays(1));
        shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);

        assertThat(shop.available(into)).isEqualTo(Points.of(5));
        assertThat(shop.available(from)).isEqualTo(Points.ZERO);
    }

    @Test
    void undoing_the_merge_before_it_is_posted_gives_it_back() {
        MergeId merge = merge();

        assertThat(shop.membership().merging().unmerge(merge)).isInstanceOf(UnmergeResult.Unmerged.class);
        shop.time().advance(Duration.ofDays(1));
        shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);

        assertThat(shop.available(into)).isEqualTo(Points.ZERO);
        assertThat(shop.available(from)).isEqualTo(Points.of(10));
    }

    private MergeId merge() {
        MergeRequest request = MergeRequest.of(customer(ada), List.of(customer(eve)), shop.key());
        request = request.keeping(Objects.requireNonNull(member(ada).user()));
        return ((Merged) shop.membership().merging().merge(request)).merge().id();
    }

    private CustomerId customer(MemberId member) {
        return Objects.requireNonNull(member(member).primary());
    }

    private Member member(MemberId id) {
        return shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
    }
}
