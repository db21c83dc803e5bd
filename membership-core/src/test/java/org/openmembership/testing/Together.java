package org.openmembership.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openmembership.storage.BusyException;

/** Calls that start at the same moment, each in a thread of its own; who is told that it is busy tries again. */
public final class Together {
    private static final int PATIENCE = 50;

    private Together() {}

    /** The answers in order; what any of them throws is thrown on. */
    public static <R> List<R> atOnce(List<? extends Callable<? extends R>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<R>> running = new ArrayList<>();
            for (Callable<? extends R> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return patiently(call);
                }));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> one : running) {
                answers.add(one.get(120, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same call from as many threads. */
    public static <R> List<R> atOnce(int threads, Callable<R> call) throws Exception {
        return atOnce(Collections.nCopies(threads, call));
    }

    private static <R> R patiently(Callable<R> call) throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return call.call();
            } catch (BusyException again) {
                Thread.onSpinWait();
            }
        }
        return call.call();
    }
}
