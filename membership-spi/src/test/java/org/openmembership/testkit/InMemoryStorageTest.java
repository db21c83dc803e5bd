package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PersonName;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.RestartTransactionException;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

class InMemoryStorageTest {
    private static final Customer ADA = Customer.builder(
                    CustomerId.of("c-1"), PersonName.of("Ada", "Byron"), Instant.EPOCH)
            .build();

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void an_exception_leaves_nothing_behind() {
        assertThatThrownBy(() -> storage.inUnitOfWork(stores -> {
                    stores.customers().add(ADA);
                    throw new UnsupportedOperationException("no");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(found(storage)).isFalse();
    }

    @Test
    void a_race_that_is_always_lost_ends_as_busy() {
        add(storage);
        List<String> tries = new ArrayList<>();

        assertThatThrownBy(() -> storage.inUnitOfWork(stores -> {
                    tries.add("again");
                    stores.customers().add(ADA);
                    return ADA;
                }))
                .isInstanceOf(BusyException.class);
        assertThat(tries).hasSize(10);
    }

    @Test
    void stores_are_not_usable_after_the_end() {
        Stores stores = storage.inUnitOfWork(open -> open);

        assertThatThrownBy(stores::customers).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_read_cannot_write() {
        assertThatThrownBy(() -> storage.read(stores -> {
                    stores.customers().add(ADA);
                    return ADA;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_unit_of_work_inside_another_is_refused() {
        assertThatThrownBy(() -> storage.inUnitOfWork(stores -> found(storage)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_host_rolls_back_was_never_there() {
        try (InMemoryStorage.HostTransaction transaction = storage.begin()) {
            add(transaction.storage());
            assertThat(found(transaction.storage())).isTrue();
        }

        assertThat(found(storage)).isFalse();
    }

    @Test
    void what_a_host_commits_is_there() {
        try (InMemoryStorage.HostTransaction transaction = storage.begin()) {
            add(transaction.storage());
            transaction.commit();
        }

        assertThat(found(storage)).isTrue();
    }

    @Test
    void a_lost_race_in_a_host_transaction_asks_the_host_to_restart() {
        add(storage);
        try (InMemoryStorage.HostTransaction transaction = storage.begin()) {
            assertThatThrownBy(() -> add(transaction.storage())).isInstanceOf(RestartTransactionException.class);
        }
    }

    private static void add(Storage storage) {
        storage.inUnitOfWork(stores -> {
            stores.customers().add(ADA);
            return ADA;
        });
    }

    private static boolean found(Storage storage) {
        return storage.read(stores -> stores.customers().find(ADA.id()).isPresent());
    }
}
