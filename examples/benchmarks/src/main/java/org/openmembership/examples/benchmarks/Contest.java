package org.openmembership.examples.benchmarks;

import java.util.Arrays;

/** Two ways to do the same work, taken in turns so that whatever else the machine does hits both. */
final class Contest {
    private Contest() {}

    /**
     * How long a contest lasts.
     *
     * @param warmUp calls of each side before anything is measured, so that it is compiled, as in a shop that has been open
     *     for an hour
     * @param rounds that are measured
     * @param calls of each side in a round
     */
    record Extent(int warmUp, int rounds, int calls) {
        int warmUpRounds() {
            return (warmUp + calls - 1) / calls;
        }

        /** All calls of one side. */
        int allCalls() {
            return (warmUpRounds() + rounds) * calls;
        }
    }

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * What came out.
     *
     * @param name of the case
     * @param ratioPercent how fast the library is, the baseline being 100; the median over all rounds
     * @param floorPercent what it must reach; 0 where there is no demand
     * @param libraryNanos a call of the library takes, the median
     * @param baselineNanos a call of the baseline takes, the median
     */
    record Result(String name, long ratioPercent, long floorPercent, long libraryNanos, long baselineNanos) {
        boolean holds() {
            return ratioPercent >= floorPercent;
        }
    }

    /** Runs rounds of calls of each, the order swapped from round to round. */
    static Result run(String name, Extent extent, long floorPercent, Work library, Work baseline) throws Exception {
        int size = extent.calls();
        long[] ratios = new long[extent.rounds()];
        long[] ours = new long[extent.rounds()];
        long[] theirs = new long[extent.rounds()];
        for (int round = -extent.warmUpRounds(); round < extent.rounds(); round++) {
            boolean libraryFirst = round % 2 == 0;
            long first = nanos(size, libraryFirst ? library : baseline);
            long second = nanos(size, libraryFirst ? baseline : library);
            if (round >= 0) {
                ours[round] = libraryFirst ? first : second;
                theirs[round] = libraryFirst ? second : first;
                ratios[round] = theirs[round] * 100 / Math.max(1, ours[round]);
            }
        }
        return new Result(name, median(ratios), floorPercent, median(ours) / size, median(theirs) / size);
    }

    private static long nanos(int size, Work work) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < size; i++) {
            work.run();
        }
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
