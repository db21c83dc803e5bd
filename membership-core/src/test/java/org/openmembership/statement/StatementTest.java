package org.openmembership.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Provisional;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"A28", "A29", "B49", "C12", "C15"})
class StatementTest extends ShopTest {
    private static final AccountId NOBODY = AccountId.of("nobody");

    @Test
    @Requirement("B41")
    void a_summary_shows_balance_earned_and_redeemed() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.give(account, 20);
        shop.spend(account, 30);

        assertThat(shop.membership().statements().summary(account))
                .contains(new PointsSummary(
                        new Balance(Points.of(90), Points.of(90), Points.ZERO),
                        Points.of(120),
                        Points.of(30),
                        Provisional.NOTHING));
    }

    @Test
    @Requirement("I30")
    void the_opening_balance_and_the_entries_of_a_period_make_its_closing_balance() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set("2026-04-01T00:00:00Z");
        shop.spend(account, 30);
        shop.time().set("2026-04-30T23:59:59.999999Z");
        shop.give(account, 5);
        shop.time().set("2026-05-01T00:00:00Z");
        shop.give(account, 1_000);

        Statement april = statement(account, "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");

        assertThat(april.period().opening()).isEqualTo(Points.of(100));
        assertThat(april.period().entries())
                .extracting(PointEntry::points)
                .containsExactly(Points.of(-30), Points.of(5));
        assertThat(april.period().closing()).isEqualTo(Points.of(75));
        assertThat(april.earned()).isEqualTo(Points.of(5));
        assertThat(april.redeemed()).isEqualTo(Points.of(30));
        assertThat(april.totals())
                .containsEntry(EntryKind.POSITIVE_ADJUSTMENT, Points.of(5))
                .containsEntry(EntryKind.REDEMPTION, Points.of(-30))
                .hasSize(2);
        assertThat(april.now().balance().available()).isEqualTo(Points.of(1_075));
    }

    @Test
    void a_period_without_entries_closes_as_it_opened() {
        AccountId account = shop.account();
        shop.give(account, 100);

        Statement later = statement(account, "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");
        Statement earlier = statement(account, "2025-04-01T00:00:00Z", "2025-05-01T00:00:00Z");

        assertThat(later.period().opening()).isEqualTo(Points.of(100));
        assertThat(later.period().closing()).isEqualTo(Points.of(100));
        assertThat(earlier.period().closing()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"B6", "B67"})
    void all_that_will_lapse_is_listed_the_next_first() {
        AccountId account = shop.account();
        shop.give(account, 1_000);
        lasting(20);
        shop.give(account, 7);
        lasting(10);
        shop.give(account, 3);
        shop.give(account, 4);

        assertThat(shop.membership().statements().expiring(account))
                .contains(List.of(
                        new Outstanding(Instant.parse("2026-03-11T23:00:00Z"), Points.of(7)),
                        new Outstanding(Instant.parse("2026-03-21T23:00:00Z"), Points.of(7))));
        assertThat(shop.membership().statements().expiring(AccountId.of("nobody")))
                .isEmpty();
    }

    @Test
    @Requirement({"B6", "B67"})
    void it_shows_the_points_that_lapse_next() {
        AccountId account = shop.account();
        shop.give(account, 1_000);
        lasting(20);
        shop.give(account, 7);
        lasting(10);
        shop.give(account, 3);
        shop.give(account, 4);

        Optional<Outstanding> next = statement(account, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")
                .now()
                .expiringNext();
        shop.time().set("2026-03-11T23:00:00Z");
        Optional<Outstanding> then = statement(account, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")
                .now()
                .expiringNext();

        assertThat(next).contains(new Outstanding(Instant.parse("2026-03-11T23:00:00Z"), Points.of(7)));
        assertThat(then).contains(new Outstanding(Instant.parse("2026-03-21T23:00:00Z"), Points.of(7)));
    }

    @Test
    void points_that_never_lapse_are_not_announced() {
        AccountId account = shop.account();
        shop.give(account, 1_000);

        assertThat(statement(account, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")
                        .now()
                        .expiringNext())
                .isEmpty();
    }

    @Test
    @Requirement("R28")
    void the_balance_at_an_instant_is_what_we_would_have_answered_then() {
        lasting(10);
        AccountId account = shop.account();
        List<Balance> answered = new ArrayList<>();
        List<Instant> asked = new ArrayList<>();
        note(account, asked, answered);
        shop.give(account, 10);
        note(account, asked, answered);
        shop.time().set("2026-03-02T12:00:00Z");
        PointEntry given = shop.give(account, 5);
        note(account, asked, answered);
        shop.time().set("2026-03-03T12:00:00Z");
        shop.spend(account, 12);
        note(account, asked, answered);
        shop.time().set("2026-03-04T12:00:00Z");
        shop.reverse(given);
        note(account, asked, answered);
        shop.time().set("2026-03-05T12:00:00Z");
        shop.give(account, 50);
        note(account, asked, answered);
        shop.time().set("2026-03-16T12:00:00Z");
        note(account, asked, answered);
        shop.time().set("2026-03-17T12:00:00Z");
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        note(account, asked, answered);

        for (int i = 1; i < asked.size(); i++) {
            assertThat(shop.membership().statements().balanceAt(account, asked.get(i)))
                    .as("at " + asked.get(i))
                    .contains(answered.get(i));
        }
        assertThat(shop.membership().statements().balanceAt(account, Instant.parse("2026-02-01T00:00:00Z")))
                .contains(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    private void note(AccountId account, List<Instant> asked, List<Balance> answered) {
        asked.add(shop.time().instant());
        answered.add(shop.balance(account));
    }

    @Test
    void the_history_is_paged_with_the_latest_first() {
        AccountId account = shop.account();
        for (int i = 1; i <= 5; i++) {
            shop.give(account, i);
        }

        Page<PointEntry> first = shop.membership().statements().entries(account, Page.Request.first(2));
        Page<PointEntry> second = shop.membership()
                .statements()
                .entries(account, Page.Request.after(first.nextCursor().orElseThrow(), 3));

        assertThat(first.items()).extracting(entry -> entry.id().seq()).containsExactly(5L, 4L);
        assertThat(second.items()).extracting(entry -> entry.id().seq()).containsExactly(3L, 2L, 1L);
        assertThat(second.nextCursor()).isEmpty();
    }

    @Test
    void an_unknown_account_has_no_statement() {
        Statements statements = shop.membership().statements();

        assertThat(statements.balance(NOBODY)).isEmpty();
        assertThat(statements.balanceAt(NOBODY, shop.time().instant())).isEmpty();
        assertThat(statements.summary(NOBODY)).isEmpty();
        assertThat(statements.of(NOBODY, Instant.EPOCH, shop.time().instant())).isEmpty();
        assertThat(statements.entries(NOBODY, Page.Request.first(10)).items()).isEmpty();
    }

    @Test
    @Requirement({"I1", "R31"})
    void a_club_shows_what_it_gave_out_and_what_it_still_owes() {
        lasting(10);
        AccountId one = shop.account();
        AccountId other = shop.account();
        shop.give(one, 100);
        shop.give(other, 50);
        shop.spend(one, 30);

        ClubStatement club = shop.membership().statements().ofClub(Shop.CLUB);

        assertThat(club.points(EntryKind.POSITIVE_ADJUSTMENT)).isEqualTo(Points.of(150));
        assertThat(club.points(EntryKind.REDEMPTION)).isEqualTo(Points.of(-30));
        assertThat(club.open()).isEqualTo(Points.of(120));
        assertThat(club.outstanding())
                .containsExactly(new Outstanding(Instant.parse("2026-03-11T23:00:00Z"), Points.of(120)));
        assertThat(club.liability()).isEqualTo(Money.of(CurrencyUnit.EUR, new BigDecimal("1.20")));
        assertThatThrownBy(() -> shop.membership().statements().ofClub(ClubId.of("none")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("I26")
    void a_clock_that_steps_back_never_makes_history_run_backwards() {
        AccountId account = shop.account();
        shop.time().set("2026-03-02T12:00:00Z");
        shop.give(account, 10);
        shop.time().set("2026-03-02T11:00:00Z");
        shop.spend(account, 4);

        assertThat(shop.history(account))
                .extracting(PointEntry::recordedAt)
                .containsOnly(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(shop.available(account)).isEqualTo(Points.of(6));
    }

    @Test
    @Requirement({"I26", "I6"})
    void nor_does_it_bring_lapsed_points_back_once_something_was_recorded_after_their_end() {
        lasting(10);
        AccountId account = shop.account();
        shop.give(account, 10);
        lasting(100);
        shop.time().set("2026-03-11T23:00:00Z");
        shop.give(account, 1);
        shop.time().set("2026-03-11T22:30:00Z");

        assertThat(shop.available(account)).isEqualTo(Points.of(1));
        assertThat(shop.redeem(account, 2)).isInstanceOf(RedemptionResult.Refused.class);
    }

    private Statement statement(AccountId account, String from, String to) {
        return shop.membership()
                .statements()
                .of(account, Instant.parse(from), Instant.parse(to))
                .orElseThrow();
    }

    private void lasting(int days) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(days))));
    }
}
