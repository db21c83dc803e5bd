package org.openmembership.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountEvent.AdjustmentProposed;
import org.openmembership.account.AccountEvent.AdjustmentRejected;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.KeyReused;
import org.openmembership.adjustment.AdjustmentResult.NeedsApproval;
import org.openmembership.adjustment.AdjustmentResult.Proposed;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** A clerk adjusts up to 50 points alone; more needs somebody else. */
@Requirement({"S17", "S18"})
class FourEyesTest extends ShopTest {
    private static final Actor CLERK = Actor.staff("clerk-1");
    private static final Actor BOSS = Actor.staff("boss");
    private static final Points LIMIT = Points.of(50);

    private Membership strict;
    private AccountId account;

    @BeforeEach
    void hire() {
        strict = shop.over(shop.storage(), "strict-")
                .adjustmentLimits(actor -> actor.equals(CLERK) ? LIMIT : null)
                .accessPolicy((actor, permission, subject) ->
                        permission != Permission.APPROVE_ADJUSTMENT || !actor.equals(Actor.till("till-7")))
                .open();
        account = shop.account();
    }

    @Test
    void up_to_the_limit_nobody_else_is_needed_and_above_it_nothing_is_done() {
        shop.give(account, 100);

        assertThat(by(CLERK).adjust(request(50))).isInstanceOf(Adjusted.class);
        assertThat(by(CLERK).adjust(request(-50))).isInstanceOf(Adjusted.class);
        for (Points points : List.of(Points.ofHundredths(5001), Points.ofHundredths(-5001))) {
            AdjustmentRequest tooMuch = request(points);
            assertThat(by(CLERK).adjust(tooMuch)).isEqualTo(new NeedsApproval(tooMuch, LIMIT));
            assertThat(by(CLERK).lookup(account, tooMuch.key())).isEmpty();
        }
        assertThat(by(BOSS).adjust(request(51))).isInstanceOf(Adjusted.class);
        assertThat(shop.available(account)).isEqualTo(Points.of(151));
    }

    @Test
    void what_one_proposes_another_approves_once() {
        AdjustmentRequest request = request(500);

        assertThat(by(CLERK).propose(request)).isEqualTo(new Proposed(request, false));
        assertThat(by(CLERK).propose(request)).isEqualTo(new Proposed(request, true));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        Adjusted approved = (Adjusted) by(BOSS).approve(request);

        assertThat(approved.entry().points()).isEqualTo(Points.of(500));
        Adjusted again = new Adjusted(approved.entry(), approved.available(), true);
        assertThat(by(BOSS).approve(request)).isEqualTo(again);
        assertThat(by(CLERK).adjust(request)).isEqualTo(again);
        assertThat(by(CLERK).lookup(account, request.key())).contains(again);
        assertThat(shop.available(account)).isEqualTo(Points.of(500));
    }

    @Test
    void nobody_approves_their_own_proposal_nor_what_was_not_proposed_just_so() {
        AdjustmentRequest request = request(500);
        by(CLERK).propose(request);
        AdjustmentRequest more =
                new AdjustmentRequest(account, Points.of(501), request.kind(), request.reason(), request.key());
        AdjustmentRequest otherwise =
                new AdjustmentRequest(account, request.points(), request.kind(), ReasonCode.of("other"), request.key());

        assertThat(by(CLERK).approve(request)).isEqualTo(refused(AdjustmentRefusal.OWN_PROPOSAL));
        assertThat(by(BOSS).approve(more)).isEqualTo(refused(AdjustmentRefusal.NOT_PROPOSED));
        assertThat(by(BOSS).approve(otherwise)).isEqualTo(refused(AdjustmentRefusal.NOT_PROPOSED));
        assertThat(by(BOSS).approve(request(500))).isEqualTo(refused(AdjustmentRefusal.NOT_PROPOSED));
        assertThat(by(CLERK).propose(more)).isInstanceOf(KeyReused.class);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(by(BOSS).approve(request)).isInstanceOf(Adjusted.class);
    }

    @Test
    void what_was_rejected_stays_rejected() {
        AdjustmentRequest request = request(500);
        by(CLERK).propose(request);

        assertThat(by(BOSS).reject(request)).isEqualTo(refused(AdjustmentRefusal.REJECTED));
        assertThat(by(BOSS).approve(request)).isEqualTo(new Refused(AdjustmentRefusal.REJECTED, Points.ZERO, true));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(told())
                .contains(
                        new AdjustmentProposed(account, Points.of(500), ReasonCode.of("goodwill"), request.key()),
                        new AdjustmentRejected(account, request.key()));
    }

    @Test
    void deciding_needs_its_own_permission() {
        AdjustmentRequest request = request(500);
        by(CLERK).propose(request);

        assertThatThrownBy(() -> by(Actor.till("till-7")).approve(request))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> shop.membership().as(BOSS).adjustment().approve(request))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void of_eight_who_decide_at_once_one_does() throws Exception {
        AdjustmentRequest request = request(500);
        by(CLERK).propose(request);
        List<Callable<AdjustmentResult>> deciders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Actor decider = Actor.staff("boss-" + i);
            boolean approves = i % 2 == 0;
            deciders.add(
                    () -> approves ? by(decider).approve(request) : by(decider).reject(request));
        }

        List<AdjustmentResult> results = Together.atOnce(deciders);

        long first = results.stream()
                .filter(result -> result instanceof Adjusted adjusted && !adjusted.repeated()
                        || result instanceof Refused refused && !refused.repeated())
                .count();
        assertThat(first).isEqualTo(1);
        assertThat(results.stream().map(Object::getClass).distinct()).hasSize(1);
        assertThat(shop.history(account)).hasSizeLessThan(2);
    }

    private Adjustment by(Actor actor) {
        return strict.as(actor).adjustment();
    }

    private AdjustmentRequest request(long points) {
        return request(Points.of(points));
    }

    private AdjustmentRequest request(Points points) {
        ExternalKey key = shop.key();
        return AdjustmentRequest.of(account, points, "goodwill", key);
    }

    private static Refused refused(AdjustmentRefusal reason) {
        return new Refused(reason, Points.ZERO, false);
    }

    private List<MembershipEvent> told() {
        List<MembershipEvent> told = new ArrayList<>();
        shop.membership().events().tell(100, page -> page.forEach(event -> told.add(event.event())));
        return told;
    }
}
