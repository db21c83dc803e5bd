package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.EverydayAccess;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.journal.JournalType;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B45", "R21"})
class OpeningBalanceTest extends ShopTest {
    private static final LocalDate LAST_YEAR = LocalDate.parse("2025-06-30");

    @Test
    void a_balance_comes_with_the_days_its_points_were_earned_and_end() {
        AccountId ada = shop.account();

        Posted posted = (Posted) open(
                JournalLine.opening(ada, Points.of(120)).on(LAST_YEAR).until(LocalDate.parse("2026-12-31")),
                JournalLine.opening(ada, Points.of(30)).of(PointKind.OTHER).until(LocalDate.parse("2026-03-01")));

        assertThat(posted.journal().type()).isEqualTo(JournalType.OPENING);
        assertThat(posted.entries()).extracting(PointEntry::kind).containsExactly(EntryKind.OPENING, EntryKind.OPENING);
        assertThat(posted.entries().get(0).occurredAt()).isEqualTo(Instant.parse("2025-06-29T22:00:00Z"));
        Instant earned = Instant.parse("2025-06-29T22:00:00Z");
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(shop.lots(ada))
                .extracting(Lot::life)
                .containsExactly(
                        new Lot.Life(earned, earned, Instant.parse("2026-12-31T23:00:00Z")),
                        new Lot.Life(now, now, Instant.parse("2026-03-01T23:00:00Z")));
        assertThat(shop.available(ada)).isEqualTo(Points.of(150));
        shop.time().set(Instant.parse("2026-03-01T23:00:00Z"));
        assertThat(shop.available(ada)).isEqualTo(Points.of(120));
    }

    @Test
    @Requirement("R25")
    void without_a_last_day_the_clubs_rule_counts_from_the_day_they_were_earned() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofYears(1))));
        AccountId ada = shop.account();

        open(JournalLine.opening(ada, Points.of(120)).on(LAST_YEAR));

        assertThat(shop.lots(ada).get(0).life().lapsesAt()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    @Requirement({"R28", "I6", "I7"})
    void points_whose_last_day_is_over_are_posted_and_written_off_at_once() {
        AccountId ada = shop.account();

        Posted posted = (Posted) open(
                JournalLine.opening(ada, Points.of(80)).on(LAST_YEAR).until(LocalDate.parse("2026-02-28")),
                JournalLine.opening(ada, Points.of(20)).on(LAST_YEAR));

        assertThat(posted.entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.OPENING, EntryKind.OPENING, EntryKind.EXPIRY);
        assertThat(posted.entries().get(2).related())
                .contains(posted.entries().get(0).id());
        assertThat(shop.balance(ada)).isEqualTo(new Balance(Points.of(20), Points.of(20), Points.ZERO));
    }

    @Test
    void only_points_above_zero_are_brought_along() {
        AccountId ada = shop.account();
        shop.give(ada, 10);

        assertThat(open(
                        JournalLine.opening(ada, Points.of(-5)),
                        JournalLine.opening(ada, Points.ZERO),
                        JournalLine.of(ada, Points.of(5), "gift")))
                .isEqualTo(new Refused(List.of(
                        new LineViolation(1, JournalRefusal.WRONG_SIGN),
                        new LineViolation(2, JournalRefusal.WRONG_SIGN),
                        new LineViolation(3, JournalRefusal.WRONG_KIND))));
    }

    @Test
    void an_opening_balance_can_be_undone_like_other_entries() {
        AccountId ada = shop.account();
        Posted posted = (Posted) open(JournalLine.opening(ada, Points.of(80)));

        shop.reverse(posted.entries().get(0));

        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R20", "S17"})
    void who_may_adjust_little_alone_cannot_bring_much_along_in_many_lines() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        Membership limited = shop.over(shop.storage(), "limited-")
                .adjustmentLimits(actor -> Points.of(100))
                .open();

        JournalResult result = limited.journals()
                .post(JournalRequest.opening(
                        Shop.CLUB,
                        List.of(
                                JournalLine.opening(ada, Points.of(60)),
                                JournalLine.opening(eve, Points.of(60)),
                                JournalLine.opening(ada, Points.of(60))),
                        shop.key()));

        assertThat(result).isEqualTo(new Refused(List.of(new LineViolation(3, JournalRefusal.NEEDS_APPROVAL))));
    }

    @Test
    @Requirement({"R20", "I17"})
    void by_default_neither_tills_nor_staff_post_journals() {
        AccountId ada = shop.account();
        JournalRequest request =
                JournalRequest.opening(Shop.CLUB, List.of(JournalLine.opening(ada, Points.of(1))), shop.key());
        Membership everyday = shop.over(shop.storage(), "everyday-")
                .accessPolicy(new EverydayAccess())
                .open();

        for (Actor actor : List.of(Actor.till("till-7"), Actor.staff("clerk-1"))) {
            assertThatThrownBy(() -> everyday.as(actor).journals().post(request))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(shop.history(ada)).isEmpty();
    }

    private JournalResult open(JournalLine... lines) {
        return shop.membership().journals().post(JournalRequest.opening(Shop.CLUB, List.of(lines), shop.key()));
    }
}
