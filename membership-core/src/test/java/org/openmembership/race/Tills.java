package org.openmembership.race;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.openmembership.testkit.Together;

/** Sixteen tills that start at the same moment. */
final class Tills {
    static final int COUNT = Together.TILLS;

    private Tills() {}

    /** What each till came to, by its number; an exception of any till is thrown on. */
    static <R> List<R> atOnce(IntFunction<R> work) {
        return Together.tills(work);
    }

    /** What each of these calls came to, each of a till of its own. */
    static <R> List<R> atOnce(List<Callable<R>> calls) {
        return Together.atOnce(calls);
    }

    /** What a till does that is told to try again; under the same key nothing happens twice. */
    static <R> R patiently(Supplier<R> call) {
        return Together.patiently(call);
    }
}
