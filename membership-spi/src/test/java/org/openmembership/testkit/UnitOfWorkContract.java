package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.member.Member;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;

/** What every {@link Storage} does around its stores: all or nothing, and what a host's transaction decides. */
public abstract class UnitOfWorkContract extends StoreContract {
    @Test
    void a_unit_of_work_answers_what_its_work_answers() {
        Customer customer = AnyCustomer.anyCustomer();

        CustomerId answer = storage().inUnitOfWork(stores -> {
            stores.customers().add(customer);
            return customer.id();
        });

        assertThat(answer).isEqualTo(customer.id());
        assertThat(isKept(customer)).isTrue();
    }

    @Test
    @Requirement({"R32", "F3"})
    void an_exception_is_thrown_on_and_leaves_nothing_of_anything() {
        MemberAccount account = story().account();
        Customer customer = AnyCustomer.anyFullCustomer();
        User user = AnyMember.anyUser();
        Club club = AnyClub.anyClub();
        KeptPurchase purchase = AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.GUEST));
        RecordedCommand command =
                AnyEntry.anyCommand(AnyEntry.anyCommandKey(Operation.SALE, account.club()), account.id());
        RuntimeException failure = new UnsupportedOperationException("the work failed");

        assertThatThrownBy(() -> write(stores -> {
                    stores.commands().addAll(List.of(command));
                    stores.customers().add(customer);
                    stores.users().add(user);
                    stores.clubs().add(AnyClub.anyVersion(club, 1), AnyClub.schemes(club));
                    stores.purchases().addAll(List.of(purchase));
                    stores.cards().add(AnyClub.issued(AnyClub.anyCard(account, null)));
                    stores.accounts().update(account.closed());
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(story().current(account.id())).isEqualTo(account);
        assertKept(stores -> {
            assertThat(stores.commands().find(command.key())).isEmpty();
            assertThat(stores.customers().find(customer.id())).isEmpty();
            assertThat(stores.users().withUsername(user.username())).isEmpty();
            assertThat(stores.clubs().versions(club.id())).isEmpty();
            assertThat(stores.purchases().find(purchase.purchase().key())).isEmpty();
            assertThat(stores.cards().of(account.id())).isEmpty();
        });
    }

    @Test
    void an_error_leaves_nothing_either() {
        Customer customer = AnyCustomer.anyCustomer();

        assertThatThrownBy(() -> write(stores -> {
                    stores.customers().add(customer);
                    throw new AssertionError("the work failed");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(isKept(customer)).isFalse();
    }

    @Test
    void the_storage_goes_on_after_a_failure() {
        Customer customer = AnyCustomer.anyCustomer();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> write(stores -> {
                        stores.customers().add(customer);
                        throw new UnsupportedOperationException("the work failed");
                    }))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        write(stores -> stores.customers().add(customer));

        assertThat(isKept(customer)).isTrue();
    }

    @Test
    @Requirement("B13")
    void stores_are_not_usable_after_their_unit_of_work() {
        Stores escaped = storage().inUnitOfWork(stores -> stores);

        assertThatThrownBy(() -> escaped.customers().find(CustomerId.of("any"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    @Requirement("I28")
    void what_was_kept_is_there_when_the_storage_is_opened_again() {
        assumeTrue(fixture().isDurable(), () -> "SKIPPED: " + fixture().name() + " is not durable");
        Customer customer = AnyCustomer.anyFullCustomer();
        write(stores -> stores.customers().add(customer));

        Storage reopened = opened().reopened().orElseThrow();

        boolean kept =
                reopened.read(stores -> stores.customers().find(customer.id()).equals(Optional.of(customer)));
        assertThat(kept).isTrue();
    }

    @Test
    @Requirement({"I29", "R27"})
    void settling_a_key_ends_when_nothing_is_in_flight_and_leaves_it_as_it_is() {
        MemberAccount account = story().account();
        CommandKey unused = AnyEntry.anyCommandKey(Operation.SALE, account.club());
        RecordedCommand used =
                AnyEntry.anyCommand(AnyEntry.anyCommandKey(Operation.SALE, account.club()), account.id());
        write(stores -> stores.commands().addAll(List.of(used)));

        storage().settle(unused);
        storage().settle(used.key());

        assertKept(stores -> {
            assertThat(stores.commands().find(unused)).isEmpty();
            assertThat(stores.commands().find(used.key())).contains(used);
        });
        write(stores -> stores.commands().addAll(List.of(AnyEntry.anyCommand(unused, account.id()))));
    }

    @Test
    void a_whole_story_is_kept_in_one_unit_of_work() {
        User user = AnyMember.anyUser();
        Customer customer = AnyMember.anyCustomerLike(user);
        Member member = AnyMember.anyActiveMember(user, customer.id());
        Club club = AnyClub.anyClub();
        MemberAccount account = AnyClub.anyAccount(club, member.id());

        write(stores -> {
            stores.accounts().open(account, AnyClub.opening(account));
            stores.cards().add(AnyClub.issued(AnyClub.anyCard(account, member.id())));
            stores.members().add(member);
            stores.clubs().add(AnyClub.anyVersion(club, 1), AnyClub.schemes(club));
            stores.users().add(user);
            stores.customers().add(customer);
        });

        assertThat(story().current(account.id())).isEqualTo(account);
        assertKept(stores -> assertThat(stores.members().find(member.id())).contains(member));
    }

    @Test
    @Requirement("F19")
    void what_the_host_rolls_back_leaves_no_trace_and_its_key_is_free() {
        MemberAccount account = story().account();
        RecordedCommand command =
                AnyEntry.anyCommand(AnyEntry.anyCommandKey(Operation.SALE, account.club()), account.id());

        assertThatThrownBy(() -> host().inTransaction(joined -> {
                    joined.inUnitOfWork(stores -> {
                        stores.commands().addAll(List.of(command));
                        return command;
                    });
                    throw new UnsupportedOperationException("the host failed");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertKept(stores -> assertThat(stores.commands().find(command.key())).isEmpty());
        write(stores -> stores.commands().addAll(List.of(command)));
    }

    @Test
    @Requirement("F19")
    void several_units_of_work_in_one_transaction_of_the_host_are_kept_together_and_see_each_other() {
        Customer first = AnyCustomer.anyCustomer();
        Customer second = AnyCustomer.anyCustomer();

        host().inTransaction(joined -> {
            add(joined, first);
            assertThat(isKept(joined, first)).isTrue();
            add(joined, second);
            return joined;
        });

        assertThat(isKept(first)).isTrue();
        assertThat(isKept(second)).isTrue();
    }

    private HostTransactions host() {
        assumeTrue(
                opened().hostTransactions().isPresent(),
                () -> "SKIPPED: " + fixture().name() + " cannot join a host's transaction");
        return opened().hostTransactions().orElseThrow();
    }

    private static void add(Storage storage, Customer customer) {
        storage.inUnitOfWork(stores -> {
            stores.customers().add(customer);
            return customer;
        });
    }

    private boolean isKept(Customer customer) {
        return isKept(storage(), customer);
    }

    private static boolean isKept(Storage storage, Customer customer) {
        return storage.read(stores -> stores.customers().find(customer.id()).isPresent());
    }

    private void assertKept(Consumer<Stores> check) {
        read(stores -> {
            check.accept(stores);
            return stores;
        });
    }
}
