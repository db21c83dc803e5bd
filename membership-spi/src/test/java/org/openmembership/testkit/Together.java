package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.openmembership.storage.BusyException;
import org.openmembership.storage.RestartTransactionException;

/**
 * Calls that start at the same moment, each in a thread of its own. What a thread does is bounded: one that asked again and again
 * could keep the only lock of an embedded database from all others.
 */
public final class Together {
    /** How many tills a busy shop has. */
    public static final int TILLS = 16;

    private static final int PATIENCE = 100;
    private static final int READS = 20;
    private static final int MINUTES = 2;

    private Together() {}

    /**
     * The answers in order.
     *
     * @throws AssertionError with what a call threw as its cause, or if one was not answered for minutes
     */
    public static <R> List<R> atOnce(List<? extends Callable<? extends R>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<R>> running = new ArrayList<>();
            for (Callable<? extends R> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(MINUTES, TimeUnit.MINUTES);
                    return call(call);
                }));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> one : running) {
                answers.add(one.get(MINUTES, TimeUnit.MINUTES));
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread saw " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a thread was not answered", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same call from as many threads. */
    public static <R> List<R> atOnce(int threads, Callable<? extends R> call) {
        return atOnce(Collections.nCopies(threads, call));
    }

    /** What each till came to, by its number from zero. */
    public static <R> List<R> tills(IntFunction<? extends R> work) {
        List<Callable<R>> calls = new ArrayList<>();
        for (int i = 0; i < TILLS; i++) {
            int till = i;
            calls.add(() -> work.apply(till));
        }
        return atOnce(calls);
    }

    /** Changes item after item; beside it another thread reads the item that is being changed. */
    public static <T> void whileEachIs(List<T> items, Consumer<? super T> changed, Consumer<? super T> read) {
        for (T item : items) {
            AtomicBoolean done = new AtomicBoolean();
            Callable<Boolean> writer = () -> {
                changed.accept(item);
                return done.getAndSet(true);
            };
            Callable<Boolean> reader = () -> {
                for (int i = 0; i < READS && !done.get(); i++) {
                    read.accept(item);
                }
                read.accept(item);
                return true;
            };
            atOnce(List.of(writer, reader));
        }
    }

    /** Calls again when told that surely nothing was written, as a caller does. */
    public static <R> R patiently(Supplier<? extends R> call) {
        for (int i = 1; i < PATIENCE; i++) {
            try {
                return call.get();
            } catch (BusyException | RestartTransactionException nothingWritten) {
                Thread.onSpinWait();
            }
        }
        return call.get();
    }

    private static <R> R call(Callable<? extends R> call) throws Exception {
        for (int i = 1; i < PATIENCE; i++) {
            try {
                return call.call();
            } catch (BusyException | RestartTransactionException nothingWritten) {
                Thread.onSpinWait();
            }
        }
        return call.call();
    }
}
