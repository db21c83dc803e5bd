package org.openmembership.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.openmembership.storage.BusyException;

/** Sixteen tills that start at the same moment. */
final class Tills {
    static final int COUNT = 16;

    private Tills() {}

    /** What each till came to, by its number; an exception of any till is thrown on. */
    static <R> List<R> atOnce(IntFunction<R> work) throws InterruptedException {
        List<Callable<R>> calls = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int till = i;
            calls.add(() -> work.apply(till));
        }
        return atOnce(calls);
    }

    /** What each of these calls came to, each of a till of its own. */
    static <R> List<R> atOnce(List<Callable<R>> calls) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            List<Future<R>> running = new ArrayList<>();
            for (Callable<R> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : running) {
                results.add(result(one));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> running) throws InterruptedException {
        try {
            return running.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a till saw " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a till was not answered", late);
        }
    }

    /** What a till does that is told to try again; under the same key nothing happens twice. */
    static <R> R patiently(Supplier<R> call) {
        for (int i = 0; i < 20; i++) {
            try {
                return call.get();
            } catch (BusyException again) {
                Thread.onSpinWait();
            }
        }
        return call.get();
    }
}
