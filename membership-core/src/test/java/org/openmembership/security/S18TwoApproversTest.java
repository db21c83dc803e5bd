package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRefusal;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditRefusal;
import org.openmembership.customers.EditResult;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** S18: somebody approves what he asked for himself, or two decide on the same request at the same moment. */
@Requirement({"S18", "I27"})
final class S18TwoApproversTest extends ShopTest {
    private static final Actor CLERK = Actor.staff("clerk-1");
    private static final int RACES = 10;

    private Membership one;
    private Membership other;

    /** Two processes on the same data. */
    @BeforeEach
    void hire() {
        one = shop.over(shop.storage(), "one-")
                .accessPolicy((actor, permission, subject) -> true)
                .open();
        other = shop.over(shop.storage(), "other-")
                .accessPolicy((actor, permission, subject) -> true)
                .open();
    }

    @Test
    void of_two_who_approve_a_proposal_at_once_one_moves_points_and_the_other_hears_of_it() throws Exception {
        AccountId account = shop.account();
        for (int i = 1; i <= RACES; i++) {
            AdjustmentRequest request = proposed(account, 500);

            List<AdjustmentResult> results = Together.<AdjustmentResult>atOnce(List.of(
                    () -> one.as(Actor.staff("boss-1")).adjustment().approve(request),
                    () -> other.as(Actor.staff("boss-2")).adjustment().approve(request)));

            assertThat(results).hasOnlyElementsOfType(Adjusted.class);
            assertThat(results)
                    .filteredOn(result -> !((Adjusted) result).repeated())
                    .hasSize(1);
            assertThat(shop.available(account)).isEqualTo(Points.of(500L * i));
        }
    }

    @Test
    void of_one_who_approves_and_one_who_rejects_at_once_the_first_decides_for_both() throws Exception {
        AccountId account = shop.account();
        Points expected = Points.ZERO;
        for (int i = 1; i <= RACES; i++) {
            AdjustmentRequest request = proposed(account, 500);

            List<AdjustmentResult> results = Together.<AdjustmentResult>atOnce(List.of(
                    () -> one.as(Actor.staff("boss-1")).adjustment().approve(request),
                    () -> other.as(Actor.staff("boss-2")).adjustment().reject(request)));

            assertThat(results.stream().map(Object::getClass).distinct()).hasSize(1);
            boolean approved = results.get(0) instanceof Adjusted;
            expected = approved ? expected.plus(Points.of(500)) : expected;
            assertThat(shop.available(account)).isEqualTo(expected);
        }
    }

    @Test
    void nobody_approves_for_himself_while_another_approves_and_no_more_than_was_proposed() throws Exception {
        AccountId account = shop.account();
        AdjustmentRequest request = proposed(account, 500);
        AdjustmentRequest more = new AdjustmentRequest(
                account, Points.of(5_000), request.kind(), ReasonCode.of("goodwill"), request.key());

        List<AdjustmentResult> results = Together.<AdjustmentResult>atOnce(List.of(
                () -> one.as(CLERK).adjustment().approve(request),
                () -> other.as(Actor.staff("boss-2")).adjustment().approve(more)));

        assertThat(results)
                .containsExactly(
                        new Refused(AdjustmentRefusal.OWN_PROPOSAL, Points.ZERO, false),
                        new Refused(AdjustmentRefusal.NOT_PROPOSED, Points.ZERO, false));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void a_trade_application_is_decided_once_whoever_decides_at_once() throws Exception {
        for (int i = 0; i < RACES; i++) {
            CustomerId applicant = applicant();
            List<Callable<EditResult>> decisions = new ArrayList<>();
            for (int boss = 0; boss < 4; boss++) {
                Membership node = (boss % 2 == 0 ? one : other).as(Actor.staff("boss-" + boss));
                boolean approves = boss < 2;
                decisions.add(() -> approves
                        ? node.customers().approve(applicant)
                        : node.customers().reject(applicant));
            }

            List<EditResult> results = Together.atOnce(decisions);

            assertThat(results).filteredOn(EditResult.Edited.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(EditResult.Refused.class::isInstance)
                    .hasSize(3)
                    .allSatisfy(refused ->
                            assertThat(((EditResult.Refused) refused).reason()).isEqualTo(EditRefusal.WRONG_STATUS));
            Customer decided = shop.membership().customers().find(applicant).orElseThrow();
            assertThat(results).contains(new EditResult.Edited(decided));
        }
    }

    private AdjustmentRequest proposed(AccountId account, long points) {
        AdjustmentRequest request = AdjustmentRequest.of(account, Points.of(points), "goodwill", shop.key());
        assertThat(one.as(CLERK).adjustment().propose(request)).isInstanceOf(AdjustmentResult.Proposed.class);
        return request;
    }

    private CustomerId applicant() {
        CustomerForm form = CustomerForm.builder().name("Ada", "Byron").build();
        CreationResult created = one.customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
        CustomerId id = ((CreationResult.Created) created).customer().id();
        assertThat(one.customers().applyForTrade(id)).isInstanceOf(EditResult.Edited.class);
        return id;
    }
}
