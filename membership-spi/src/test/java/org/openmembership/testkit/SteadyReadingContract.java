package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.customer.Customer;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What answers of several questions are put together from: rows of several accounts at once, and one state for all. */
public abstract class SteadyReadingContract extends StoreContract {
    @Test
    @Requirement("I30")
    void several_accounts_are_found_in_order_and_unknown_ones_left_out() {
        MemberAccount one = story().account();
        MemberAccount two = story().account();

        List<MemberAccount> found =
                storage().read(stores -> stores.accounts().findAll(Set.of(two.id(), one.id(), AnyClub.anyAccountId())));

        assertThat(found)
                .extracting(MemberAccount::id)
                .containsExactlyInAnyOrder(one.id(), two.id())
                .isSorted();
        assertThat(storage()
                        .<List<MemberAccount>>read(stores -> stores.accounts().findAll(Set.of())))
                .isEmpty();
    }

    @Test
    @Requirement("B39")
    void open_lots_of_several_accounts_are_those_with_anything_left() {
        Club club = story().club();
        AccountId one = story().account(club, story().member()).id();
        AccountId two = story().account(club, story().member()).id();
        story().earn(one, "3", AnyEntry.life(Any.minute(1), Any.minute(2)), Any.minute(1));
        story().earn(two, "5", Any.minute(1));
        story().earn(two, "4", Any.minute(2));
        story().spend(two, "6", Any.minute(3));

        List<Lot> lots = storage().read(stores -> stores.ledger().openLots(Set.of(one, two)));

        assertThat(lots).extracting(lot -> lot.remaining().toString()).containsExactlyInAnyOrder("3", "3");
        assertThat(lots).extracting(Lot::id).isSorted();
        assertThat(storage().<List<Lot>>read(stores -> stores.ledger().openLots(Set.of())))
                .isEmpty();
    }

    @Test
    @Requirement("B39")
    void entries_are_found_by_what_wrote_them() {
        AccountId account = story().account().id();
        PointEntry earned = story().earn(account, "10", Any.minute(1));
        PointEntry spent = story().spend(account, "4", Any.minute(2));
        Set<Operation> both = Set.of(operation(earned), operation(spent));
        Set<ExternalKey> keys = Set.of(key(earned), key(spent));

        assertThat(entriesOf(account, both, keys)).containsExactly(earned, spent);
        assertThat(entriesOf(account, both, Set.of(key(spent)))).containsExactly(spent);
        assertThat(entriesOf(account, Set.of(operation(earned)), keys)).containsExactly(earned);
        assertThat(entriesOf(story().account().id(), both, keys)).isEmpty();
        assertThat(entriesOf(account, both, Set.of())).isEmpty();
    }

    @Test
    @Requirement("B52")
    void the_histories_of_several_accounts_are_read_in_order() {
        AccountId one = story().account().id();
        AccountId two = story().account().id();

        List<SchemeMove> moves = storage().read(stores -> stores.accounts().movesOf(Set.of(one, two)));

        List<SchemeMove> single = new ArrayList<>();
        for (AccountId account : new TreeSet<>(Set.of(one, two))) {
            single.addAll(storage().read(stores -> stores.accounts().moves(account)));
        }
        assertThat(moves).hasSize(2).isEqualTo(single);
        assertThat(storage().<List<SchemeMove>>read(stores -> stores.accounts().movesOf(Set.of())))
                .isEmpty();
    }

    @Test
    @Requirement("A56")
    void purchases_of_who_shares_accounts_are_paged_by_account_in_the_order_of_recording() {
        Member ada = story().member();
        Member bob = story().member();
        AccountId one = story().account(story().club(), ada).id();
        AccountId two = story().account(story().club(), bob).id();
        for (int i = 0; i < 4; i++) {
            keep(ada, i);
            keep(bob, i);
        }
        keep(ada, 9);

        List<SharedPurchase> found = new ArrayList<>();
        SharedPurchase last = null;
        List<SharedPurchase> page;
        do {
            SharedPurchase after = last;
            page = storage()
                    .read(stores ->
                            stores.purchases().shared(Set.of(one, two), Any.minute(1), Any.minute(9), after, 2));
            found.addAll(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (last != null);

        assertThat(found).hasSize(6).doesNotHaveDuplicates();
        assertThat(found)
                .isSortedAccordingTo(Comparator.comparing(SharedPurchase::account)
                        .thenComparing(bought -> bought.kept().recordedAt())
                        .thenComparing(bought -> bought.kept().id()));
        assertThat(found)
                .allSatisfy(bought -> assertThat(bought.kept().member().member())
                        .isEqualTo(bought.account().equals(one) ? ada.id() : bob.id()));
        assertThat(found).allMatch(bought -> !bought.kept().purchase().lines().isEmpty());
        assertThat(storage()
                        .<List<SharedPurchase>>read(
                                stores -> stores.purchases().shared(Set.of(), Any.minute(1), Any.minute(9), null, 2)))
                .isEmpty();
    }

    private void keep(Member member, int minute) {
        KeptPurchase kept = AnyPurchase.kept(
                AnyPurchase.anyPurchase(Buyer.member(member.id()), Any.minute(minute), AnyPurchase.anyLine(1, "5.00")),
                member.id());
        storage().inUnitOfWork(stores -> {
            stores.purchases().addAll(List.of(kept));
            return kept;
        });
    }

    @Test
    @Requirement("R23")
    void heads_that_answer_no_more_are_found_by_page_until_they_are_written_anew() {
        Club club = story().club();
        List<AccountId> stale = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            AccountId account = story().account(club, story().member()).id();
            story().earn(account, "3", AnyEntry.life(Any.minute(1), Any.minute(9)), Any.minute(1));
            stale.add(account);
        }
        AccountId lasting = story().account(club, story().member()).id();
        story().earn(lasting, "3", Any.minute(1));
        stale.sort(null);

        assertThat(stale(club, 8, null)).isEmpty();
        assertThat(stale(club, 9, null)).isEqualTo(stale.subList(0, 2));
        assertThat(stale(club, 9, stale.get(1))).isEqualTo(stale.subList(2, 3));
        storage().inUnitOfWork(stores -> {
            MemberAccount account =
                    stores.accounts().lock(new TreeSet<>(Set.of(stale.get(0)))).get(0);
            stores.ledger().refresh(List.of(account.with(account.head().counting(Points.ZERO, Any.minute(99)))));
            return account;
        });
        assertThat(stale(club, 9, null)).isEqualTo(stale.subList(1, 3));
        assertThat(story().current(stale.get(0)).head().available()).isEqualTo(Points.ZERO);
    }

    private List<AccountId> stale(Club club, int minute, @Nullable AccountId after) {
        return storage().read(stores -> stores.ledger().stale(club.id(), Any.minute(minute), after, 2));
    }

    @Test
    @Requirement("I30")
    void a_snapshot_sees_one_state_whatever_is_kept_meanwhile() throws ExecutionException, InterruptedException {
        assumeTrue(storage().ownsTransaction(), "a host's transaction sees what the host has chosen");
        AccountId account = story().account().id();
        story().earn(account, "10", Any.minute(1));
        ExecutorService till = Executors.newSingleThreadExecutor();
        try {
            List<Long> seen = storage().snapshot(stores -> {
                long before =
                        stores.accounts().find(account).orElseThrow().head().seq();
                await(till, account);
                long after =
                        stores.accounts().find(account).orElseThrow().head().seq();
                long entries = stores.ledger().entries(account, 1, 9).size();
                return List.of(before, after, entries);
            });

            assertThat(seen).containsExactly(1L, 1L, 1L);
            assertThat(story().current(account).head().seq()).isEqualTo(2);
        } finally {
            till.shutdownNow();
        }
    }

    private void await(ExecutorService till, AccountId account) {
        try {
            till.submit(() -> story().earn(account, "5", Any.minute(2))).get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void a_snapshot_cannot_write() {
        assumeTrue(storage().ownsTransaction(), "a host's transaction may");
        Customer customer = AnyCustomer.anyCustomer();

        assertThatThrownBy(() -> storage().snapshot(stores -> {
                    stores.customers().add(customer);
                    return customer;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<PointEntry> entriesOf(AccountId account, Set<Operation> operations, Set<ExternalKey> keys) {
        return storage().read(stores -> stores.ledger().entriesOf(Set.of(account), operations, keys));
    }

    private static Operation operation(PointEntry entry) {
        return entry.cause().origin().command().operation();
    }

    private static ExternalKey key(PointEntry entry) {
        return entry.cause().origin().command().key();
    }
}
