package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;

/** How every {@link LedgerStore} tells what happened. */
public abstract class LedgerHistoryContract extends StoreContract {
    private Club club = AnyClub.anyClub();
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        club = story().club();
        account = story().account(club, story().member()).id();
    }

    @Test
    @Requirement("I30")
    void lots_are_told_as_they_stood_after_any_entry() {
        LotId first = earn(3, Any.minute(1), Any.minute(1), Any.minute(800));
        LotId second = earn(4, Any.minute(2), Any.minute(2), Any.minute(900));
        story().spend(account, "5", Any.minute(3));
        story().spend(account, "1", Any.minute(4));

        assertThat(asOf(0)).isEmpty();
        assertThat(asOf(1)).isEqualTo(Map.of(first, Points.of(3)));
        assertThat(asOf(2)).isEqualTo(Map.of(first, Points.of(3), second, Points.of(4)));
        assertThat(asOf(3)).isEqualTo(Map.of(second, Points.of(2)));
        assertThat(asOf(4)).isEqualTo(Map.of(second, Points.of(1)));
    }

    @Test
    @Requirement("I24")
    void entries_come_by_number() {
        List<PointEntry> all = earnTimes(4);

        assertThat(entries(1, 4)).containsExactlyElementsOf(all);
        assertThat(entries(2, 3)).containsExactlyElementsOf(all.subList(1, 3));
        assertThat(entries(4, 99)).containsExactlyElementsOf(all.subList(3, 4));
        assertThat(entries(5, 99)).isEmpty();
    }

    @Test
    @Requirement("D24")
    void an_account_has_a_sale_once_one_has_earned() {
        AccountId other = story().account(club, story().member()).id();

        assertThat(hasSale(account)).isFalse();
        PointEntry earned = story().earn(account, "3", Any.minute(1));
        story().spend(account, "3", Any.minute(2));

        assertThat(earned.kind()).isEqualTo(EntryKind.SALE);
        assertThat(hasSale(account)).isTrue();
        assertThat(hasSale(other)).isFalse();
        assertThat(this.<Boolean>read(stores -> stores.ledger().hasSale(account, Set.of(earned.id()))))
                .isFalse();
    }

    @Test
    @Requirement({"D24", "R39"})
    void an_account_has_a_sale_until_all_that_it_earned_was_taken_back() {
        PointEntry earned = story().earn(account, "3", Any.minute(1));
        story().reverse(earned, "1", Any.minute(2));
        assertThat(hasSale(account)).isTrue();

        story().reverse(earned, "2", Any.minute(3));
        assertThat(hasSale(account)).isFalse();
        story().earn(account, "1", Any.minute(4));
        assertThat(hasSale(account)).isTrue();
    }

    private boolean hasSale(AccountId id) {
        return read(stores -> stores.ledger().hasSale(id, Set.of()));
    }

    @Test
    @Requirement("B5")
    void history_comes_the_latest_first_in_pages_without_gaps_and_overlaps() {
        List<PointEntry> latestFirst = new ArrayList<>(earnTimes(7));
        Collections.reverse(latestFirst);
        story().earn(story().account(club, story().member()).id(), "1", Any.minute(1));

        assertThat(history(1)).containsExactlyElementsOf(latestFirst);
        assertThat(history(3)).containsExactlyElementsOf(latestFirst);
        assertThat(history(7)).containsExactlyElementsOf(latestFirst);
        assertThat(history(1_000)).containsExactlyElementsOf(latestFirst);
        assertThat(page(null, 7).next()).isNull();
    }

    @Test
    void a_page_of_history_goes_on_where_it_left_off_although_entries_came_in() {
        List<PointEntry> three = earnTimes(3);
        Page<PointEntry> page = page(null, 2);
        story().earn(account, "1", Any.minute(50));

        assertThat(page.items()).containsExactly(three.get(2), three.get(1));
        assertThat(page(page.next(), 2).items()).containsExactly(three.get(0));
    }

    @Test
    void the_last_entry_by_an_instant_is_told() {
        PointEntry first = story().earn(account, "1", Any.minute(1));
        PointEntry second = story().earn(account, "1", Any.minute(5));
        PointEntry third = story().earn(account, "1", Any.minute(5));

        assertThat(lastAt(Any.minute(0))).isEmpty();
        assertThat(lastAt(Any.minute(1))).contains(first);
        assertThat(lastAt(Any.minute(5).minusNanos(1_000))).contains(first);
        assertThat(lastAt(Any.minute(5))).contains(third).get().isNotEqualTo(second);
        assertThat(lastAt(Any.minute(99))).contains(third);
    }

    @Test
    void reversals_are_found_by_what_they_reverse() {
        PointEntry one = story().earn(account, "3", Any.minute(1));
        PointEntry two = story().earn(account, "4", Any.minute(2));
        LotId lapsing = earn(1, Any.minute(3), Any.minute(3), Any.minute(4));
        PointEntry undone = story().reverse(two, Any.minute(5));
        PointEntry alsoUndone = story().reverse(one, Any.minute(6));
        story().expire(lapsing, Any.minute(7));

        List<PointEntry> found =
                read(stores -> stores.ledger().reversalsOf(List.of(one.id(), two.id(), lapsing.entry())));

        assertThat(found).containsExactly(undone, alsoUndone);
    }

    private LotId earn(int points, Instant earnedAt, Instant availableFrom, Instant lapsesAt) {
        Lot.Life life = new Lot.Life(earnedAt, availableFrom, lapsesAt);
        return new LotId(
                story().earn(account, Integer.toString(points), life, Any.minute(1))
                        .id(),
                1);
    }

    private List<PointEntry> earnTimes(int times) {
        List<PointEntry> entries = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            entries.add(story().earn(account, Integer.toString(i), Any.minute(i)));
        }
        return entries;
    }

    private Map<LotId, Points> asOf(long seq) {
        List<Lot> lots = read(stores -> stores.ledger().lotsAsOf(account, seq));
        assertThat(lots).extracting(Lot::id).isSorted();
        Map<LotId, Points> remaining = new TreeMap<>();
        lots.forEach(lot -> remaining.put(lot.id(), lot.remaining()));
        return remaining;
    }

    private List<PointEntry> entries(long first, long last) {
        return read(stores -> stores.ledger().entries(account, first, last));
    }

    private Page<PointEntry> page(Page.@Nullable Cursor after, int limit) {
        return read(stores -> stores.ledger().history(account, new Page.Request(after, limit)));
    }

    private List<PointEntry> history(int limit) {
        Page<PointEntry> page = page(null, limit);
        List<PointEntry> all = new ArrayList<>(page.items());
        while (page.next() != null) {
            assertThat(page.items()).hasSize(limit);
            page = page(page.next(), limit);
            all.addAll(page.items());
        }
        return all;
    }

    private Optional<PointEntry> lastAt(Instant at) {
        return read(stores -> stores.ledger().lastAt(account, at));
    }
}
