package org.openmembership.testing;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.openmembership.Membership;
import org.openmembership.testkit.Together;

/** Two processes that meet on the same data, again and again with other people. */
public record Rounds(Membership one, Membership other) {
    private static final int COUNT = 10;

    /** @param round is given the number of the round, from 0 */
    public static void each(IntConsumer round) {
        IntStream.range(0, COUNT).forEach(round);
    }

    /** What each of the two came to, which start at the same moment. */
    public <R> List<R> meet(Function<Membership, ? extends R> first, Function<Membership, ? extends R> second) {
        return Together.atOnce(List.of(() -> first.apply(one), () -> second.apply(other)));
    }
}
