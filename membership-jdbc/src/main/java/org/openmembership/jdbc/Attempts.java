package org.openmembership.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.StorageException;

/** How often and how long one unit of work is tried, and what has become of it so far. */
final class Attempts {
    private static final long FIRST_PAUSE_MICROS = 4_000;
    private static final long LONGEST_PAUSE_MICROS = 150_000;

    /**
     * When to give up.
     *
     * @param attempts at most so many tries
     * @param deadline no new try after that
     */
    record Limit(int attempts, Duration deadline) {
        static final Limit DEFAULT = new Limit(10, Duration.ofSeconds(2));

        Limit {
            if (attempts < 1 || deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException(
                        "at least one attempt and a deadline above zero are needed, not " + attempts + ", " + deadline);
            }
        }
    }

    private final Limit limit;
    private final long startNanos = System.nanoTime();
    private int made;
    private boolean outcomeUnknown;

    Attempts(Limit limit) {
        this.limit = limit;
    }

    /** Returns when the unit of work is to be tried again; throws what the caller gets if it is not. */
    void afterFailure(Failure failure, boolean committing, StorageException error) {
        made++;
        switch (failure) {
            case UNKNOWN -> outcomeUnknown = true;
            case CONNECTION_LOST, UNRECOGNISED -> {
                outcomeUnknown |= committing;
                if (failure == Failure.UNRECOGNISED && !committing) {
                    throw error;
                }
            }
            case REFUSED -> throw error;
            case RACE_LOST, DUPLICATE -> {}
        }
        if (made >= limit.attempts()) {
            throw givenUp(made + " tries", error);
        }
        if (failure != Failure.DUPLICATE) {
            pause(error);
        }
        if (System.nanoTime() - startNanos >= limit.deadline().toNanos()) {
            throw givenUp(limit.deadline().toMillis() + " ms", error);
        }
    }

    private void pause(StorageException error) {
        long longest = Math.min(LONGEST_PAUSE_MICROS, FIRST_PAUSE_MICROS << Math.min(made - 1, 10));
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw givenUp("an interrupt", error);
        }
    }

    private StorageException givenUp(String after, StorageException error) {
        return outcomeUnknown
                ? new OutcomeUnknownException("Gave up after " + after + ": it may or may not have been kept", error)
                : new BusyException("Gave up after " + after + ": nothing was kept", error);
    }
}
