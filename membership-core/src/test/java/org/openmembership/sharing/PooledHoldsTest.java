package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.club.ExpiryRule;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.CaptureResult.Captured;
import org.openmembership.holding.HoldRefusal;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.holding.HoldResult.Released;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** What a member has set aside before her account becomes part of a family's: it goes along, as when accounts are merged. */
@Requirement({"B30", "R16", "R29", "R55"})
final class PooledHoldsTest extends ShopTest {
    private MemberId ada;
    private MemberId grace;
    private AccountId family;
    private AccountId own;

    @BeforeEach
    void a_family_and_somebody_with_an_account_of_her_own() {
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        own = shop.account(grace, Shop.CLUB);
        shop.membership().sharing().become(family, AccountType.FAMILY);
    }

    @Test
    void a_hold_keeps_its_name_and_time_and_is_captured_by_whose_it_was() {
        shop.give(family, 10);
        shop.give(own, 50);
        Hold before = place(30, Duration.ofHours(2));

        pool();

        Hold after = shop.membership().holding().find(before.id()).orElseThrow();
        assertThat(after.account()).isEqualTo(family);
        assertThat(after.life()).isEqualTo(before.life());
        assertThat(shop.balance(family)).isEqualTo(new Balance(Points.of(60), Points.of(30), Points.ZERO));
        assertThat(shop.balance(own)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
        CaptureRequest request = CaptureRequest.of(before.id(), shop.key()).only(Points.of(25));
        MemberId stranger = shop.member();
        for (MemberId other : List.of(ada, stranger)) {
            assertThatThrownBy(() -> as(other).holding().capture(request))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        Captured captured = (Captured) as(grace).holding().capture(request);
        assertThat(captured.entry().account()).isEqualTo(family);
        assertThat(shop.available(family)).isEqualTo(Points.of(35));
    }

    @Test
    void a_hold_is_released_or_ends_by_itself_on_the_family_s_account() {
        shop.give(own, 50);
        HoldId one = place(20, Duration.ofHours(2)).id();
        HoldId other = place(30, Duration.ofHours(3)).id();
        pool();

        assertThat(shop.membership().holding().release(one, shop.key())).isInstanceOf(Released.class);
        assertThat(shop.available(family)).isEqualTo(Points.of(20));
        shop.time().advance(Duration.ofHours(3));
        assertThat(shop.available(family)).isEqualTo(Points.of(50));
        assertThat(((CaptureResult.Refused) capture(other)).reason()).isEqualTo(HoldRefusal.TOO_LATE);
    }

    @Test
    @Requirement("I6")
    void what_lapsed_while_it_was_held_is_captured_in_time_and_the_rest_lapses() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(9))));
        shop.give(own, 50);
        shop.time().advance(Duration.ofDays(9));
        HoldId hold = place(30, Duration.ofHours(24)).id();
        shop.time().advance(Duration.ofHours(18));

        pool();

        assertThat(shop.available(family)).isEqualTo(Points.ZERO);
        assertThat(capture(hold)).isInstanceOf(Captured.class);
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        assertThat(shop.row(own).head().booked()).isEqualTo(Points.ZERO);
        assertThat(shop.row(family).head().booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R32", "I3"})
    void holds_that_are_captured_or_placed_beside_the_pooling_are_kept_once() {
        shop.give(own, 100);
        List<HoldId> holds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            holds.add(place(10, Duration.ofHours(2)).id());
        }
        PoolingRequest request = new PoolingRequest(own, family, shop.key());
        List<Callable<Object>> calls = new ArrayList<>();
        calls.add(() -> shop.membership().sharing().pool(request));
        holds.subList(0, 2).forEach(hold -> calls.add(() -> capture(hold)));
        calls.add(() -> shop.membership()
                .holding()
                .place(HoldRequest.of(own, Points.of(5), shop.key()).lasting(Duration.ofHours(2))));

        List<Object> answers = Together.atOnce(calls);

        assertThat(answers).first().isInstanceOf(Pooled.class);
        assertThat(answers.subList(1, 3)).allMatch(Captured.class::isInstance);
        Points placed = answers.get(3) instanceof Held ? Points.of(5) : Points.ZERO;
        assertThat(shop.balance(family))
                .isEqualTo(new Balance(Points.of(80), Points.of(60).minus(placed), Points.ZERO));
        assertThat(shop.balance(own).booked()).isEqualTo(Points.ZERO);
        assertThat(capture(holds.get(3))).isInstanceOf(Captured.class);
    }

    private Hold place(long points, Duration life) {
        HoldRequest request = HoldRequest.of(own, Points.of(points), shop.key()).lasting(life);
        return ((Held) shop.membership().holding().place(request)).hold();
    }

    private CaptureResult capture(HoldId hold) {
        return shop.membership().holding().capture(CaptureRequest.of(hold, shop.key()));
    }

    private void pool() {
        assertThat(shop.membership().sharing().pool(new PoolingRequest(own, family, shop.key())))
                .isInstanceOf(Pooled.class);
    }

    private Membership as(MemberId member) {
        return shop.membership().as(Actor.member(member.value()));
    }
}
