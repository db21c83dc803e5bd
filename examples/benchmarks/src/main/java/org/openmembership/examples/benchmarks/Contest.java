package org.openmembership.examples.benchmarks;

import java.util.Arrays;

/** Two ways to do the same work, taken in turns so that whatever else the machine does hits both. */
final class Contest {
    /** Of each side, so that what is measured has been compiled, as in a shop that has been open for an hour. */
    static final int WARM_UP_CALLS = 3_000;

    private Contest() {}

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
     */
    record Result(String name, long ratioPercent, long floorPercent, long libraryNanos) {
        boolean holds() {
            return ratioPercent >= floorPercent;
        }
    }

    /** Runs {@code rounds} rounds of {@code size} calls of each, the order swapped from round to round. */
    static Result run(String name, int rounds, int size, long floorPercent, Work library, Work baseline)
            throws Exception {
        long[] ratios = new long[rounds];
        long[] calls = new long[rounds];
        for (int round = -warmUpRounds(size); round < rounds; round++) {
            boolean libraryFirst = round % 2 == 0;
            long first = nanos(size, libraryFirst ? library : baseline);
            long second = nanos(size, libraryFirst ? baseline : library);
            if (round >= 0) {
                long ours = libraryFirst ? first : second;
                long theirs = libraryFirst ? second : first;
                ratios[round] = theirs * 100 / Math.max(1, ours);
                calls[round] = ours / size;
            }
        }
        return new Result(name, median(ratios), floorPercent, median(calls));
    }

    static int warmUpRounds(int size) {
        return (WARM_UP_CALLS + size - 1) / size;
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
