package org.openmembership.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.NeedsApproval;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** What a clerk adjusts in a day of the shop's is limited, whoever is asked, and however many tills ask at once. */
@Requirement("S17")
final class S17AdjustmentLimitsTest extends ShopTest {
    private static final Actor CLERK = Actor.staff("clerk-1");
    private static final Actor OTHER_CLERK = Actor.staff("clerk-2");
    private static final Actor BOSS = Actor.staff("boss");
    private static final Actor NEWCOMER = Actor.staff("clerk-3");
    private static final Actor MEMBER = Actor.member("somebody");
    private static final Actor TILL = Actor.till("till-7");
    private static final Set<Actor> ADJUSTING = Set.of(CLERK, OTHER_CLERK, BOSS);

    private Membership strict;
    private AccountId account;

    private enum Deed {
        ADJUST,
        PROPOSE,
        LOOK_UP,
        APPROVE,
        REJECT
    }

    @BeforeEach
    void clerks_adjust_up_to_a_hundred_points_a_day_and_sixty_at_once() {
        AccessPolicy everyday = new EverydayAccess();
        strict = shop.over(shop.storage(), "strict-")
                .zone(ZoneId.of("Europe/Berlin"))
                .adjustmentLimits(actor -> actor.equals(BOSS) ? null : Points.of(60))
                .dailyAdjustmentLimits(actor -> actor.equals(BOSS) ? null : Points.of(100))
                .accessPolicy((actor, permission, subject) -> switch (permission) {
                    case ADJUST -> ADJUSTING.contains(actor) || everyday.allows(actor, permission, subject);
                    case APPROVE_ADJUSTMENT -> actor.equals(BOSS) || everyday.allows(actor, permission, subject);
                    default -> everyday.allows(actor, permission, subject);
                })
                .open();
        account = shop.account();
    }

    @Test
    void what_is_added_and_taken_in_a_day_counts_together_and_the_rest_is_told() {
        adjusted(CLERK, 50);
        adjusted(CLERK, -30);

        AdjustmentRequest tooMuch = request(21);
        assertThat(by(CLERK).adjust(tooMuch)).isEqualTo(new NeedsApproval(tooMuch, Points.of(20)));
        assertThat(by(CLERK).lookup(account, tooMuch.key())).isEmpty();
        adjusted(CLERK, 20);
        AdjustmentRequest one = request(1);
        assertThat(by(CLERK).adjust(one)).isEqualTo(new NeedsApproval(one, Points.ZERO));
        assertThat(shop.available(account)).isEqualTo(Points.of(40));
    }

    @Test
    void each_actor_has_a_limit_of_their_own_and_whoever_has_none_adjusts_on() {
        adjusted(CLERK, 60);
        adjusted(CLERK, 40);

        adjusted(OTHER_CLERK, 60);
        adjusted(BOSS, 5_000);
        assertThat(by(CLERK).adjust(request(1))).isInstanceOf(NeedsApproval.class);
    }

    @Test
    void a_new_day_of_the_shops_begins_anew() {
        adjusted(CLERK, 60);
        adjusted(CLERK, 40);
        shop.time().advance(Duration.ofMinutes(10 * 60 + 59));
        assertThat(by(CLERK).adjust(request(1))).isInstanceOf(NeedsApproval.class);

        shop.time().advance(Duration.ofMinutes(1));

        adjusted(CLERK, 60);
    }

    @Test
    @Requirement("R27")
    void a_repeat_counts_once_and_what_is_refused_not_at_all() {
        AdjustmentRequest request = request(40);
        adjusted(CLERK, request);
        assertThat(((Adjusted) by(CLERK).adjust(request)).repeated()).isTrue();
        assertThat(by(CLERK).adjust(request(-50))).isInstanceOf(Refused.class);

        adjusted(CLERK, 60);
    }

    @Test
    @Requirement("S18")
    void what_somebody_else_approves_is_on_nobodys_account() {
        adjusted(CLERK, 60);
        AdjustmentRequest much = request(500);
        by(CLERK).propose(much);

        assertThat(by(BOSS).approve(much)).isInstanceOf(Adjusted.class);

        adjusted(CLERK, 40);
    }

    @Test
    @Requirement("R32")
    void eight_tills_at_once_do_not_exceed_the_limit_of_one_clerk() {
        List<Callable<AdjustmentResult>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            AccountId each = shop.account();
            AdjustmentRequest request = AdjustmentRequest.of(each, Points.of(30), "goodwill", shop.key());
            calls.add(() -> by(CLERK).adjust(request));
        }

        List<AdjustmentResult> results = Together.atOnce(calls);

        assertThat(results).filteredOn(Adjusted.class::isInstance).hasSize(3);
        assertThat(results).filteredOn(NeedsApproval.class::isInstance).hasSize(5);
    }

    @Test
    @Requirement("R20")
    void every_role_may_do_just_what_it_may_and_whoever_is_turned_away_is_audited() {
        Map<Actor, Set<Deed>> may = new LinkedHashMap<>();
        may.put(Actor.SYSTEM, EnumSet.allOf(Deed.class));
        may.put(BOSS, EnumSet.allOf(Deed.class));
        may.put(CLERK, EnumSet.of(Deed.ADJUST, Deed.PROPOSE, Deed.LOOK_UP));
        may.put(NEWCOMER, EnumSet.noneOf(Deed.class));
        may.put(TILL, EnumSet.noneOf(Deed.class));
        may.put(MEMBER, EnumSet.noneOf(Deed.class));

        may.forEach((actor, deeds) -> {
            for (Deed deed : Deed.values()) {
                assertThat(isDone(actor, deed)).as(actor + " " + deed).isEqualTo(deeds.contains(deed));
            }
            assertThat(denials(actor)).as(actor.toString()).isEqualTo(Deed.values().length - deeds.size());
        });
    }

    private boolean isDone(Actor actor, Deed deed) {
        AdjustmentRequest request = request(1);
        if (deed == Deed.APPROVE || deed == Deed.REJECT) {
            assertThat(by(OTHER_CLERK).propose(request)).isInstanceOf(AdjustmentResult.Proposed.class);
        }
        try {
            switch (deed) {
                case ADJUST -> by(actor).adjust(request);
                case PROPOSE -> by(actor).propose(request);
                case LOOK_UP -> by(actor).lookup(account, request.key());
                case APPROVE -> by(actor).approve(request);
                case REJECT -> by(actor).reject(request);
            }
            return true;
        } catch (PermissionDeniedException denied) {
            assertThat(denied.actor()).isEqualTo(actor);
            return false;
        }
    }

    private long denials(Actor actor) {
        return shop.membership().auditTrail().list(AuditFilter.by(actor), Page.Request.first(50)).items().stream()
                .filter(kept -> kept.verdict() == AuditRecord.Verdict.DENIED)
                .filter(kept ->
                        Set.of(Permission.ADJUST, Permission.APPROVE_ADJUSTMENT).contains(kept.permission()))
                .count();
    }

    private void adjusted(Actor actor, long points) {
        adjusted(actor, request(points));
    }

    private void adjusted(Actor actor, AdjustmentRequest request) {
        assertThat(by(actor).adjust(request)).isInstanceOf(Adjusted.class);
    }

    private Adjustment by(Actor actor) {
        return strict.as(actor).adjustment();
    }

    private AdjustmentRequest request(long points) {
        return AdjustmentRequest.of(account, Points.of(points), "goodwill", shop.key());
    }
}
