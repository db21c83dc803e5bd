package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;

/** What every storage does when many work at once. */
public abstract class RaceContract extends StoreContract {
    @Test
    @Requirement({"R32", "I3", "F14", "S23"})
    void sixteen_tills_never_overspend_one_account() {
        AccountId account = story().account().id();
        story().earn(account, "60", Any.minute(1));
        story().earn(account, "43", Any.minute(1));

        List<Boolean> granted = Together.atOnce(Together.TILLS, () -> redeemTen(account));

        assertThat(granted).filteredOn(yes -> yes).hasSize(10);
        LedgerHead head = story().current(account).head();
        assertThat(head.booked()).isEqualTo(Points.of(3));
        assertThat(head.seq()).isEqualTo(12);
        assertGapless(account);
    }

    @Test
    @Requirement({"R32", "F7", "F14"})
    void crossed_transfers_end_without_a_deadlock_and_lose_nothing() {
        Club club = story().club();
        AccountId one = story().account(club, story().member()).id();
        AccountId two = story().account(club, story().member()).id();
        story().earn(one, "500", Any.minute(1));
        story().earn(two, "500", Any.minute(1));

        AtomicInteger turns = new AtomicInteger();
        Together.atOnce(8, () -> {
            boolean forth = turns.incrementAndGet() % 2 == 0;
            for (int i = 0; i < 5; i++) {
                Together.patiently(
                        () -> new Story(storage()).transfer(forth ? one : two, forth ? two : one, "3", Any.minute(2)));
            }
            return forth;
        });

        Points sum = story().current(one)
                .head()
                .booked()
                .plus(story().current(two).head().booked());
        assertThat(sum).isEqualTo(Points.of(1_000));
        assertGapless(one);
        assertGapless(two);
    }

    @Test
    @Requirement({"I8", "F12"})
    void one_key_at_many_tills_has_one_effect() {
        AccountId account = story().account().id();
        CommandKey key =
                AnyEntry.anyCommandKey(Operation.SALE, story().current(account).club());

        List<Boolean> first = Together.atOnce(8, () -> earnOnce(account, key));

        assertThat(first).filteredOn(yes -> yes).hasSize(1);
        assertThat(story().current(account).head().booked()).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement({"I12", "S2"})
    void one_username_is_taken_by_one_of_many() {
        EmailAddress email = AnyCustomer.anyEmail();

        List<Boolean> taken = Together.atOnce(8, () -> takeName(email));

        assertThat(taken).filteredOn(yes -> yes).hasSize(1);
    }

    @Test
    @Requirement("R55")
    void one_member_gets_one_account_from_many() {
        Club club = story().club();
        Member member = story().member();

        List<AccountId> opened = Together.atOnce(8, () -> openOnce(club, member));

        assertThat(opened).hasSize(8).containsOnly(opened.get(0));
    }

    @Test
    @Requirement({"I12", "I30"})
    void a_member_is_read_as_of_before_or_after_its_activation() {
        List<MemberId> awaiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            User user = AnyMember.anyUser();
            Member member = AnyMember.anyAwaitingMember(user);
            write(stores -> {
                stores.users().add(user);
                stores.members().add(member);
            });
            awaiting.add(member.id());
        }

        Together.whileEachIs(awaiting, this::activate, this::find);

        assertThat(awaiting).allSatisfy(id -> assertThat(find(id).links()).hasSize(1));
    }

    private Member find(MemberId id) {
        return read(stores -> stores.members().find(id)).orElseThrow();
    }

    private Boolean redeemTen(AccountId account) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = Story.opened(stores, account, Any.minute(2));
            if (ledger.available().isLessThan(Points.of(10))) {
                return false;
            }
            CommandKey key = AnyEntry.anyCommandKey(
                    Operation.REDEMPTION, ledger.account().club());
            PointEntry.Cause cause = AnyEntry.anyCause(EntryKind.REDEMPTION, ledger.account(), key, Any.minute(2));
            ledger.spend(cause, Points.of(10), ConsumptionOrder.NEAREST_EXPIRY, Points.ZERO);
            Story.append(stores, ledger, key, List.of());
            return true;
        });
    }

    private Boolean earnOnce(AccountId account, CommandKey key) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = Story.opened(stores, account, Any.minute(2));
            if (stores.commands().find(key).isPresent()) {
                return false;
            }
            PointEntry.Cause cause = AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, Any.minute(2));
            ledger.earn(cause, Points.of(5), AnyEntry.forEver(Any.minute(2)));
            Story.append(stores, ledger, key, List.of());
            return true;
        });
    }

    private Boolean takeName(EmailAddress email) {
        User user = AnyMember.anyUser(email);
        return storage().inUnitOfWork(stores -> {
            boolean free = stores.users().withUsername(user.username()).isEmpty();
            if (free) {
                stores.users().add(user);
            }
            return free;
        });
    }

    private void activate(MemberId id) {
        Member member = find(id);
        Customer customer =
                AnyCustomer.anyCustomer(Optional.ofNullable(member.email()).orElseThrow());
        Member active = member.activated(
                Optional.ofNullable(member.user()).orElseThrow(),
                member.email(),
                member.details(),
                Optional.ofNullable(member.terms()).orElseThrow(),
                customer.id(),
                List.of(new CustomerLink(customer.id(), Any.minute(9))),
                Any.minute(9));
        write(stores -> {
            stores.customers().add(customer);
            stores.members().update(active);
            stores.members().link(id, active.links());
        });
    }

    private AccountId openOnce(Club club, Member member) {
        return storage()
                .inUnitOfWork(stores -> stores.accounts()
                        .of(member.id(), club.id())
                        .map(account -> account.id())
                        .orElseGet(() -> open(stores, club, member)));
    }

    private static AccountId open(Stores stores, Club club, Member member) {
        MemberAccount account = AnyClub.anyAccount(club, member.id());
        stores.accounts().open(account, AnyClub.opening(account));
        return account.id();
    }

    private void assertGapless(AccountId account) {
        List<PointEntry> entries = read(stores -> stores.ledger().entries(account, 1, 10_000));
        List<RecordedCommand> commands = new ArrayList<>();
        Points balance = Points.ZERO;
        for (int i = 0; i < entries.size(); i++) {
            PointEntry entry = entries.get(i);
            balance = balance.plus(entry.points());
            assertThat(entry.id().seq()).isEqualTo(i + 1L);
            assertThat(entry.balanceAfter()).isEqualTo(balance);
            read(stores -> stores.commands().find(entry.cause().origin().command()))
                    .ifPresent(commands::add);
        }
        assertThat(commands).hasSameSizeAs(entries);
    }
}
