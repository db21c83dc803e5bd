package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.RestartTransactionException;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/** What all contracts share: a fresh storage for each test, and how a lost race looks under both transaction owners. */
@SuppressWarnings("NullAway.Init")
public abstract class StoreContract {
    private StorageFixture.Opened opened;
    private Story story;

    /** The storage under test; called once for each test. */
    protected abstract StorageFixture fixture();

    @BeforeEach
    final void openStorage() {
        opened = fixture().open();
        story = new Story(opened.storage());
    }

    @AfterEach
    final void closeStorage() {
        opened.close();
    }

    protected final StorageFixture.Opened opened() {
        return opened;
    }

    protected final Storage storage() {
        return opened.storage();
    }

    protected final Story story() {
        return story;
    }

    protected final void write(Consumer<Stores> work) {
        storage().inUnitOfWork(stores -> {
            work.accept(stores);
            return stores;
        });
    }

    protected final <R> R read(Function<Stores, R> work) {
        return storage().read(work);
    }

    /** Asserts that {@code work} loses a race whenever it is run: a storage of its own transactions tries again, then gives up. */
    protected final void assertAlwaysLost(Consumer<Stores> work) {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> write(stores -> {
                    tries.incrementAndGet();
                    work.accept(stores);
                }))
                .isInstanceOf(lostRace());
        assertThat(tries.get() > 1).as("was run again").isEqualTo(storage().ownsTransaction());
    }

    /** Asserts that {@code stale} loses a race, and that {@code fresh} is kept when the unit of work is run again. */
    protected final void assertRunAgain(Consumer<Stores> stale, Consumer<Stores> fresh) {
        if (!storage().ownsTransaction()) {
            assertThatThrownBy(() -> write(stale)).isInstanceOf(lostRace());
            write(fresh);
            return;
        }
        AtomicInteger tries = new AtomicInteger();
        write(stores -> (tries.incrementAndGet() == 1 ? stale : fresh).accept(stores));
        assertThat(tries).hasValueGreaterThan(1);
    }

    private Class<? extends Throwable> lostRace() {
        return storage().ownsTransaction() ? BusyException.class : RestartTransactionException.class;
    }
}
