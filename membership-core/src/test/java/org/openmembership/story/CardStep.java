package org.openmembership.story;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Something that happens to gift cards or to the points that become money on them.
 *
 * @param member who owns, redeems, or stays where two become one
 * @param card counted from the last
 * @param which of its spends, of all redemptions or of all calls, counted from the last; or who is merged away
 * @param cents above zero
 */
record CardStep(Kind kind, int member, int card, int which, int cents) {
    static final int MEMBERS = 3;

    enum Kind {
        ISSUE,
        ISSUE_PHYSICAL,
        LOAD,
        REDEEM,
        SPEND,
        GIVE_BACK,
        UNDO,
        BLOCK,
        UNBLOCK,
        REPLACE,
        MERGE,
        REPEAT
    }

    static Arbitrary<List<CardStep>> steps() {
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(3, Kind.ISSUE),
                Tuple.of(1, Kind.ISSUE_PHYSICAL),
                Tuple.of(3, Kind.LOAD),
                Tuple.of(10, Kind.REDEEM),
                Tuple.of(8, Kind.SPEND),
                Tuple.of(5, Kind.GIVE_BACK),
                Tuple.of(7, Kind.UNDO),
                Tuple.of(2, Kind.BLOCK),
                Tuple.of(2, Kind.UNBLOCK),
                Tuple.of(2, Kind.REPLACE),
                Tuple.of(1, Kind.MERGE),
                Tuple.of(5, Kind.REPEAT));
        Arbitrary<Integer> recent = Arbitraries.of(0, 0, 0, 0, 1, 1, 2, 3, 5);
        Arbitrary<Integer> cents =
                Arbitraries.oneOf(Arbitraries.integers().between(1, 400), Arbitraries.of(1, 100, 100, 250, 500));
        return Combinators.combine(kind, Arbitraries.integers().between(0, MEMBERS - 1), recent, recent, cents)
                .as(CardStep::new)
                .list()
                .ofMaxSize(50)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
