package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** How every {@link LedgerStore} reads lots, entries and history. */
public abstract class LedgerReadingContract extends StoreContract {
    private static final Instant NOW = Any.minute(100);
    private Club club = AnyClub.anyClub();
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        club = story().club();
        account = story().account(club, story().member()).id();
    }

    @Test
    @Requirement("R24")
    void the_lots_that_lapse_first_cover_what_is_asked() {
        LotId late = earn(3, Any.minute(1), Any.minute(1), Any.minute(900));
        LotId soon = earn(4, Any.minute(2), Any.minute(2), Any.minute(800));
        LotId never = earn(5, Any.minute(3), Any.minute(3), ExpiryRule.FOREVER);

        assertCovered(ConsumptionOrder.NEAREST_EXPIRY, List.of(soon, late, never), 3, 4, 5, 7, 8, 12, 99);
    }

    @Test
    @Requirement("R24")
    void the_lots_earned_first_cover_what_is_asked() {
        LotId young = earn(3, Any.minute(9), Any.minute(9), Any.minute(800));
        LotId old = earn(4, Any.minute(-50), Any.minute(2), Any.minute(900));
        LotId twin = earn(5, Any.minute(9), Any.minute(9), Any.minute(700));

        assertCovered(ConsumptionOrder.OLDEST_FIRST, List.of(old, young, twin), 1, 4, 6, 7, 8, 12, 99);
    }

    @Test
    @Requirement({"R23", "I6"})
    void lapsed_lots_cover_nothing_and_those_not_yet_available_come_last() {
        earn(1, Any.minute(1), Any.minute(1), NOW);
        LotId pending = earn(2, Any.minute(2), NOW.plusNanos(1_000), Any.minute(700));
        LotId lasting = earn(3, Any.minute(3), Any.minute(3), NOW.plusNanos(1_000));
        LotId available = earn(4, Any.minute(4), NOW, Any.minute(900));

        assertCovered(ConsumptionOrder.NEAREST_EXPIRY, List.of(lasting, available, pending), 3, 7, 8, 9, 99);
    }

    @Test
    void emptied_lots_are_left_out() {
        earn(3, Any.minute(1), Any.minute(1), Any.minute(900));
        LotId rest = earn(4, Any.minute(2), Any.minute(2), Any.minute(950));
        story().spend(account, "5", Any.minute(3));

        OpenLots open = covering(ConsumptionOrder.NEAREST_EXPIRY, 99);

        assertThat(open.lots()).extracting(Lot::id).containsExactly(rest);
        assertThat(open.lots()).extracting(Lot::remaining).containsExactly(Points.of(2));
        assertThat(open.complete()).isTrue();
    }

    @Test
    @Requirement("R23")
    void a_summary_tells_what_is_in_force_and_when_that_changes_next() {
        assertThat(summary(NOW)).isEqualTo(new LotSummary(Points.ZERO, ExpiryRule.FOREVER));
        earn(1, Any.minute(1), Any.minute(1), Any.minute(50));
        earn(2, Any.minute(2), Any.minute(2), Any.minute(200));
        earn(4, Any.minute(3), Any.minute(150), Any.minute(900));
        earn(8, Any.minute(4), Any.minute(4), ExpiryRule.FOREVER);

        assertThat(summary(Any.minute(49))).isEqualTo(new LotSummary(Points.of(11), Any.minute(50)));
        assertThat(summary(Any.minute(50))).isEqualTo(new LotSummary(Points.of(10), Any.minute(150)));
        assertThat(summary(Any.minute(150))).isEqualTo(new LotSummary(Points.of(14), Any.minute(200)));
        assertThat(summary(Any.minute(200))).isEqualTo(new LotSummary(Points.of(12), Any.minute(900)));
        assertThat(summary(Any.minute(900))).isEqualTo(new LotSummary(Points.of(8), ExpiryRule.FOREVER));
    }

    @Test
    void summaries_are_told_for_each_account_that_was_asked_for() {
        AccountId other = story().account(club, story().member()).id();
        earn(3, Any.minute(1), Any.minute(1), Any.minute(900));

        Map<AccountId, LotSummary> summaries = read(stores -> stores.ledger().summaries(Set.of(account, other), NOW));

        assertThat(summaries)
                .containsOnly(
                        Map.entry(account, new LotSummary(Points.of(3), Any.minute(900))),
                        Map.entry(other, new LotSummary(Points.ZERO, ExpiryRule.FOREVER)));
    }

    @Test
    @Requirement("R32")
    void one_gathering_finds_commands_accounts_lots_and_club_versions() {
        PointEntry earned = story().earn(account, "3", Any.minute(1));
        MemberAccount other = story().account(club, story().member());
        write(stores -> stores.clubs().add(AnyClub.anyVersion(club, 2), Set.of()));
        CommandKey key = earned.cause().origin().command();
        CommandKey unused = AnyEntry.anyCommandKey(Operation.SALE, club.id());
        Set<AccountId> ids = Set.of(account, other.id(), AccountId.of("unknown"));
        Cover cover = new Cover(Points.of(2), ConsumptionOrder.NEAREST_EXPIRY, NOW);

        write(stores -> {
            OpenedLedgers opened =
                    stores.ledger().open(new LedgerRequest(List.of(key, unused), new TreeSet<>(ids), cover));

            assertThat(opened.commands()).extracting(RecordedCommand::key).containsExactly(key);
            assertThat(opened.accounts())
                    .extracting(MemberAccount::id)
                    .containsExactlyElementsOf(new TreeSet<>(Set.of(account, other.id())));
            assertThat(opened.lots().get(account))
                    .extracting(lots -> lots.lots().size())
                    .isEqualTo(1);
            assertThat(opened.lots().get(other.id())).isEqualTo(new OpenLots(List.of(), true));
            assertThat(opened.clubVersions()).isEqualTo(Map.of(club.id(), 2));
        });
    }

    @Test
    void a_gathering_may_ask_for_nothing() {
        write(stores -> {
            OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(), new TreeSet<>(), null));

            assertThat(opened.commands()).isEmpty();
            assertThat(opened.accounts()).isEmpty();
        });
    }

    @Test
    @Requirement({"R25", "I7"})
    void accounts_with_lapsed_lots_are_due_in_pages_by_id_until_these_are_expired() {
        List<AccountId> ids = Stream.concat(
                        Stream.of(account), Stream.generate(this::another).limit(3))
                .sorted()
                .toList();
        ids.forEach(id -> story().earn(id, "5", AnyEntry.life(Any.minute(1), NOW), Any.minute(1)));
        story().earn(another(), "5", AnyEntry.life(Any.minute(1), NOW.plusNanos(1_000)), Any.minute(1));
        story().earn(story().account().id(), "5", AnyEntry.life(Any.minute(1), NOW), Any.minute(1));

        assertThat(due(NOW.minusNanos(1_000), null, 9)).isEmpty();
        assertThat(due(NOW, null, 9)).containsExactlyElementsOf(ids);
        assertThat(due(NOW, null, 3)).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(due(NOW, ids.get(1), 9)).containsExactlyElementsOf(ids.subList(2, 4));
        story().expire(lapsed(ids.get(0)).get(0).id(), NOW);
        assertThat(due(NOW, null, 9)).containsExactlyElementsOf(ids.subList(1, 4));
    }

    @Test
    @Requirement("R25")
    void lapsed_lots_come_by_account_in_order_of_lapsing() {
        LotId second = earn(1, Any.minute(1), Any.minute(1), Any.minute(60));
        LotId first = earn(2, Any.minute(2), Any.minute(2), Any.minute(50));
        LotId third = earn(3, Any.minute(3), Any.minute(3), NOW);
        earn(4, Any.minute(4), Any.minute(4), NOW.plusNanos(1_000));

        assertThat(lapsed(account)).extracting(Lot::id).containsExactly(first, second, third);
        assertThat(lapsed(another())).isEmpty();
    }

    private void assertCovered(ConsumptionOrder order, List<LotId> inOrder, int... asked) {
        for (int points : asked) {
            OpenLots open = covering(order, points);
            List<LotId> found = open.lots().stream().map(Lot::id).toList();
            Points sum = open.lots().stream().map(Lot::remaining).reduce(Points.ZERO, Points::plus);

            assertThat(found).isEqualTo(inOrder.subList(0, found.size()));
            assertThat(open.complete() ? found.size() == inOrder.size() : !sum.isLessThan(Points.of(points)))
                    .as("%d points are covered by %s", points, found)
                    .isTrue();
        }
    }

    private OpenLots covering(ConsumptionOrder order, int points) {
        return read(stores -> stores.ledger().lots(account, new Cover(Points.of(points), order, NOW)));
    }

    private LotId earn(int points, Instant earnedAt, Instant availableFrom, Instant lapsesAt) {
        Lot.Life life = new Lot.Life(earnedAt, availableFrom, lapsesAt);
        return new LotId(
                story().earn(account, Integer.toString(points), life, Any.minute(1))
                        .id(),
                1);
    }

    private AccountId another() {
        return story().account(club, story().member()).id();
    }

    @Test
    @Requirement("A48")
    void what_was_redeemed_since_an_instant_counts_without_what_was_given_back_of_it() {
        story().earn(account, "50", Any.minute(1));
        PointEntry early = story().spend(account, "9", Any.minute(2));
        PointEntry later = story().spend(account, "5", Any.minute(4));
        story().spend(account, "2.50", Any.minute(5));
        giveBack(early, "9", 6);
        giveBack(later, "5", 7);

        assertThat(redeemed(Any.minute(4))).isEqualTo(new LedgerStore.Redeemed(2, Points.of(new BigDecimal("2.50"))));
        assertThat(redeemed(Any.minute(5))).isEqualTo(new LedgerStore.Redeemed(1, Points.of(new BigDecimal("2.50"))));
        assertThat(redeemed(Any.minute(2))).isEqualTo(new LedgerStore.Redeemed(3, Points.of(new BigDecimal("2.50"))));
        assertThat(redeemed(Any.minute(8))).isEqualTo(new LedgerStore.Redeemed(0, Points.ZERO));
    }

    private LedgerStore.Redeemed redeemed(Instant from) {
        return read(stores -> stores.ledger().redeemed(account, from));
    }

    private void giveBack(PointEntry spent, String points, int minute) {
        story().post(account, Operation.REVERSAL, Any.minute(minute), (ledger, key) -> {
            PointEntry.Origin origin = new PointEntry.Origin(key, 1, spent.id(), null, PointEntry.Scene.UNKNOWN);
            return ledger.restore(
                    AnyEntry.anyCause(EntryKind.REVERSAL, ledger.account(), Any.minute(minute), origin),
                    List.of(new AccountLedger.Returned(
                            null, Points.of(new BigDecimal(points)), AnyEntry.forEver(Any.minute(minute)))));
        });
    }

    private LotSummary summary(Instant at) {
        return read(stores -> stores.ledger().summaries(Set.of(account), at).get(account));
    }

    private List<AccountId> due(Instant at, @Nullable AccountId after, int limit) {
        return read(stores -> stores.ledger().due(club.id(), at, after, limit));
    }

    private List<Lot> lapsed(AccountId id) {
        return read(stores -> stores.ledger().lapsed(Set.of(id), NOW));
    }
}
