package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms.Policies;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.PointCap;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Sales and returns that are posted later come to what they come to when they are posted as they are recorded. */
@Requirement({"A59", "B40", "B55", "R28", "R39", "R36"})
class DeferralPropertyTest {

    @Property(tries = 60)
    void any_sequence_comes_to_the_same_posted_at_once_or_later(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 2, max = 20_000) Integer> amounts,
            @ForAll @Size(min = 9, max = 9) List<@IntRange(max = 20) Integer> choices,
            @ForAll Returns returns,
            @ForAll @IntRange(min = 1, max = 3) int runs) {
        assertThat(story(amounts, choices, returns, Deferral.NONE, 0))
                .isEqualTo(story(
                        amounts, choices, returns, new Deferral(Duration.ofHours(1), Deferral.Awaits.NOTHING), runs));
    }

    /** What each of two accounts got of which receipt, in order. */
    private static Map<String, List<String>> story(
            List<Integer> amounts, List<Integer> choices, Returns returns, Deferral deferral, int runs) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            shop.publish(SaleStage.club("beans")
                    .earningPolicies(policies(returns, deferral))
                    .build());
            List<MemberId> members = List.of(shop.member(), shop.member());
            Map<String, AccountId> accounts = new TreeMap<>();
            members.forEach(member ->
                    accounts.put("member " + members.indexOf(member), shop.account(member, DeferralTest.BEANS)));
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < amounts.size(); i++) {
                shop.time().advance(Duration.ofMinutes(40));
                Purchase receipt = receipt(
                        i,
                        amounts.get(i),
                        choices.get(i),
                        left,
                        members,
                        shop.time().instant());
                assertThat(shop.membership().sales().record(receipt)).isInstanceOf(Recorded.class);
                if (runs > 1 && i % runs == 0) {
                    shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);
                }
            }
            shop.time().advance(Duration.ofHours(2));
            shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);
            assertThat(shop.violations()).isEmpty();
            Map<String, List<String>> got = new TreeMap<>();
            accounts.forEach((name, account) -> got.put(
                    name,
                    shop.history(account).stream()
                            .map(DeferralPropertyTest::told)
                            .toList()));
            return got;
        }
    }

    /** An even choice is a sale; an odd one brings a piece of an earlier sale back, if any piece is left of it. */
    private static Purchase receipt(
            int number, int cents, int choice, List<Integer> left, List<MemberId> members, Instant at) {
        Buyer buyer = Buyer.member(members.get(choice / 2 % 2));
        int earlier = left.isEmpty() ? -1 : choice % left.size();
        boolean isReturn = choice % 2 == 1 && earlier >= 0 && left.get(earlier) > 0;
        left.add(isReturn ? 0 : 2);
        if (!isReturn) {
            String amount = Integer.toString(cents / 100 + 1);
            return SaleStage.sale("r-" + number, buyer, at, SaleStage.line(1, "2", amount));
        }
        left.set(earlier, left.get(earlier) - 1);
        return SaleStage.sale("r-" + number, Buyer.GUEST, at, SaleStage.returned(1, "-1", "-0.5", "r-" + earlier, 1));
    }

    private static Policies policies(Returns returns, Deferral deferral) {
        Policies usual = Policies.DEFAULT;
        List<PointCap> caps = List.of(new PointCap(PointCap.Span.DAY, Points.of(60)));
        return new Policies(usual.choice(), caps, usual.pendingDays(), returns, usual.claimWindow(), deferral);
    }

    private static String told(PointEntry entry) {
        return entry.kind() + " " + entry.points() + " at "
                + entry.cause().times().occurredAt() + " under "
                + entry.cause().origin().command().key();
    }
}
