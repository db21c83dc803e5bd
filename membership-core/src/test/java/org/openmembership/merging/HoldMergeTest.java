package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.CaptureResult.Captured;
import org.openmembership.holding.HoldRefusal;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.holding.HoldResult.Released;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merging.UnmergeResult.Reason;
import org.openmembership.merging.UnmergeResult.Refused;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Points set aside before a merge, on every storage. */
@Requirement({"R16", "R29", "I20"})
final class HoldMergeTest extends ShopTest {
    private MemberId ada;
    private MemberId eve;
    private AccountId into;
    private AccountId from;

    @BeforeEach
    void two_members_who_are_one() {
        ada = shop.member();
        eve = shop.member();
        into = shop.account(ada, Shop.CLUB);
        from = shop.account(eve, Shop.CLUB);
        desk().agree(ada, eve);
    }

    @Test
    void a_hold_goes_along_and_keeps_its_name_its_owner_and_its_time() {
        shop.give(into, 10);
        shop.give(from, 30);
        shop.give(from, 20);
        Hold before = place(from, 40, Duration.ofHours(2));

        merge();

        Hold after = shop.membership().holding().find(before.id()).orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.owner()).isEqualTo(before.owner());
        assertThat(after.life()).isEqualTo(before.life());
        assertThat(after.account()).isEqualTo(into);
        assertThat(after.parts()).extracting(Hold.Part::points).containsExactly(Points.of(30), Points.of(10));
        assertThat(shop.membership().holding().inForce(into)).containsExactly(after);
        assertThat(shop.membership().holding().inForce(from)).isEmpty();
        assertThat(shop.balance(into)).isEqualTo(new Balance(Points.of(60), Points.of(20), Points.ZERO));
        assertThat(shop.balance(from)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement("R27")
    void it_is_captured_under_its_name_and_what_is_not_spent_is_free() {
        shop.give(from, 30);
        HoldId hold = place(from, 30, Duration.ofHours(2)).id();
        merge();
        ExternalKey key = shop.key();

        Captured captured = (Captured) capture(hold, 25, key);

        assertThat(captured.entry().account()).isEqualTo(into);
        assertThat(captured.entry().points()).isEqualTo(Points.of(-25));
        assertThat(shop.balance(into)).isEqualTo(new Balance(Points.of(5), Points.of(5), Points.ZERO));
        assertThat(capture(hold, 25, key)).isEqualTo(repeated(captured));
        assertThat(shop.membership().holding().lookupCapture(from, key)).contains(repeated(captured));
        assertThat(shop.membership().holding().lookupCapture(into, key)).contains(repeated(captured));
        assertThat(((HoldResult.Refused) release(hold)).reason()).isEqualTo(HoldRefusal.ENDED);
    }

    @Test
    @Requirement("R27")
    void the_answers_of_before_the_merge_stay() {
        shop.give(from, 50);
        HoldRequest request = HoldRequest.of(from, Points.of(30), shop.key()).lasting(Duration.ofHours(2));
        Held held = (Held) shop.membership().holding().place(request);
        HoldId spent = place(from, 10, Duration.ofHours(2)).id();
        ExternalKey key = shop.key();
        Captured captured = (Captured) capture(spent, 10, key);
        merge();

        Held again = (Held) shop.membership().holding().place(request);

        assertThat(again.repeated()).isTrue();
        assertThat(again.hold().id()).isEqualTo(held.hold().id());
        assertThat(again.available()).isEqualTo(held.available());
        assertThat(shop.membership().holding().lookup(held.hold().id())).contains(again);
        assertThat(capture(spent, 10, key)).isEqualTo(repeated(captured));
        assertThat(shop.membership().holding().lookupCapture(from, key)).contains(repeated(captured));
    }

    @Test
    void it_is_released_under_its_name_or_free_when_its_time_is_over() {
        shop.give(from, 50);
        HoldId one = place(from, 30, Duration.ofHours(2)).id();
        HoldId other = place(from, 20, Duration.ofHours(3)).id();
        merge();

        assertThat(release(one)).isInstanceOf(Released.class);
        assertThat(shop.available(into)).isEqualTo(Points.of(30));
        shop.time().advance(Duration.ofHours(3));
        assertThat(shop.available(into)).isEqualTo(Points.of(50));
        assertThat(((CaptureResult.Refused) capture(other, 20, shop.key())).reason())
                .isEqualTo(HoldRefusal.TOO_LATE);
    }

    @Test
    @Requirement("I6")
    void what_lapsed_while_it_was_held_goes_along_and_is_spent_in_time_or_lapses_where_it_is() {
        shop.publish(HoldMergeTest::shortLived);
        shop.give(from, 50);
        shop.time().advance(Duration.ofDays(9));
        HoldId spent = place(from, 30, Duration.ofHours(24)).id();
        place(from, 5, Duration.ofHours(24));
        shop.time().advance(Duration.ofHours(18));
        merge();

        assertThat(shop.balance(into).available()).isEqualTo(Points.ZERO);
        assertThat(capture(spent, 30, shop.key())).isInstanceOf(Captured.class);
        assertThat(shop.row(from).head().booked()).isEqualTo(Points.of(15));
        shop.time().advance(Duration.ofHours(24));
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        assertThat(shop.row(from).head().booked()).isEqualTo(Points.ZERO);
        assertThat(shop.row(into).head().booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void held_points_repay_no_debt_of_either_account() {
        shop.owe(into, 15);
        shop.give(from, 40);
        Hold hold = place(from, 30, Duration.ofHours(2));

        merge();

        assertThat(shop.balance(into).debt()).isEqualTo(Points.of(5));
        assertThat(capture(hold.id(), 30, shop.key())).isInstanceOf(Captured.class);
        assertThat(shop.balance(into).debt()).isEqualTo(Points.of(5));
    }

    @Test
    void undoing_the_merge_gives_it_back_with_its_points() {
        shop.give(into, 10);
        shop.give(from, 50);
        Hold before = place(from, 30, Duration.ofHours(5));
        Merge merge = merge();

        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(Unmerged.class);

        assertThat(shop.balance(from)).isEqualTo(new Balance(Points.of(50), Points.of(20), Points.ZERO));
        assertThat(shop.balance(into)).isEqualTo(new Balance(Points.of(10), Points.of(10), Points.ZERO));
        assertThat(shop.membership().holding().inForce(from))
                .extracting(Hold::id)
                .containsExactly(before.id());
        Merge again = merge();
        Captured captured = (Captured) capture(before.id(), 30, shop.key());
        assertThat(captured.entry().account()).isEqualTo(into);
        assertThat(desk().merging().unmerge(again.id())).isEqualTo(new Refused(Reason.POINTS_USED, into.value()));
    }

    @Test
    void a_released_hold_stays_released_and_does_not_stand_in_the_way_of_undoing() {
        shop.give(from, 50);
        HoldId hold = place(from, 30, Duration.ofHours(5)).id();
        Merge merge = merge();
        release(hold);

        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(Unmerged.class);

        assertThat(shop.available(from)).isEqualTo(Points.of(50));
        assertThat(((HoldResult.Refused) release(hold)).reason()).isEqualTo(HoldRefusal.ENDED);
    }

    @Test
    void what_was_set_aside_after_the_merge_stands_in_the_way_of_undoing() {
        shop.give(from, 50);
        Merge merge = merge();
        HoldId hold = place(into, 30, Duration.ofHours(5)).id();

        assertThat(desk().merging().unmerge(merge.id())).isEqualTo(new Refused(Reason.POINTS_USED, into.value()));
        release(hold);
        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(Unmerged.class);
    }

    @Test
    void it_follows_through_two_merges_and_comes_back_one_by_one() {
        MemberId mary = shop.member();
        AccountId last = shop.account(mary, Shop.CLUB);
        desk().agree(ada, mary);
        shop.give(from, 50);
        Hold hold = place(from, 30, Duration.ofHours(5));
        merge();
        Merge second = desk().merge(mary, ada).merge();
        assertThat(holder(hold)).isEqualTo(last);

        desk().merging().unmerge(second.id());

        assertThat(holder(hold)).isEqualTo(into);
        assertThat(capture(hold.id(), 30, shop.key())).isInstanceOf(Captured.class);
        assertThat(shop.available(into)).isEqualTo(Points.of(20));
    }

    @Test
    void what_could_be_spent_on_an_earlier_day_is_told_as_it_was() {
        shop.give(from, 50);
        shop.time().advance(Duration.ofMinutes(1));
        place(from, 30, Duration.ofHours(5));
        Instant then = shop.time().instant();
        shop.time().advance(Duration.ofHours(1));
        merge();

        assertThat(availableAt(from, then)).isEqualTo(Points.of(20));
        assertThat(availableAt(into, then)).isEqualTo(Points.ZERO);
        assertThat(availableAt(into, shop.time().instant())).isEqualTo(Points.of(20));
    }

    private Points availableAt(AccountId account, Instant at) {
        return shop.membership()
                .statements()
                .balanceAt(account, at)
                .orElseThrow()
                .available();
    }

    private static ClubBuilder shortLived(ClubBuilder terms) {
        return terms.expiry(ExpiryRule.after(Period.ofDays(9)));
    }

    private AccountId holder(Hold hold) {
        return shop.membership().holding().find(hold.id()).orElseThrow().account();
    }

    private Merge merge() {
        return desk().merge(ada, eve).merge();
    }

    private Hold place(AccountId account, long points, Duration life) {
        HoldRequest request = HoldRequest.of(account, Points.of(points), shop.key());
        return ((Held) shop.membership().holding().place(request.lasting(life))).hold();
    }

    private CaptureResult capture(HoldId hold, long points, ExternalKey key) {
        return shop.membership().holding().capture(CaptureRequest.of(hold, key).only(Points.of(points)));
    }

    private HoldResult release(HoldId hold) {
        return shop.membership().holding().release(hold, shop.key());
    }

    private static Captured repeated(Captured first) {
        return new Captured(first.entry(), first.available(), first.value(), true);
    }

    private Desk desk() {
        return new Desk(shop);
    }
}
