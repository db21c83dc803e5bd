package org.openmembership.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointKind;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** The order in which lots are spent is one order, whatever order they were read in. */
class LotPropertyTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @Property
    @Requirement({"R24", "I5"})
    void the_order_of_lots_does_not_depend_on_the_order_they_were_read_in(
            @ForAll("lots") List<Lot> lots, @ForAll ConsumptionOrder order, @ForAll Random random) {
        List<Lot> sorted = lots.stream().sorted(Lot.in(order)).toList();
        List<Lot> shuffled = new ArrayList<>(lots);
        Collections.shuffle(shuffled, random);

        assertThat(shuffled.stream().sorted(Lot.in(order))).containsExactlyElementsOf(sorted);
    }

    @Property
    @Requirement({"R24", "I5"})
    void the_nearest_end_or_the_oldest_comes_first_and_among_equals_the_first_entry(
            @ForAll("lots") List<Lot> lots, @ForAll ConsumptionOrder order) {
        Comparator<Lot> byTime = Comparator.comparing(lot -> order == ConsumptionOrder.NEAREST_EXPIRY
                ? lot.life().lapsesAt()
                : lot.life().earnedAt());
        List<Lot> sorted = lots.stream().sorted(Lot.in(order)).toList();

        for (int i = 1; i < sorted.size(); i++) {
            int side = byTime.compare(sorted.get(i - 1), sorted.get(i));
            assertThat(side < 0
                            || side == 0
                                    && sorted.get(i - 1)
                                                    .id()
                                                    .compareTo(sorted.get(i).id())
                                            < 0)
                    .isTrue();
        }
    }

    @Property
    @Requirement({"R23", "I6"})
    void a_lot_is_pending_in_force_or_lapsed_and_never_two_of_them(
            @ForAll("lots") List<Lot> lots, @ForAll("hours") int hour) {
        Instant at = START.plus(Duration.ofHours(hour));
        for (Lot lot : lots) {
            Lot.Life life = lot.life();
            boolean lasts = life.availableFrom().isBefore(life.lapsesAt());

            assertThat(life.isInForce(at)).isEqualTo(!life.isPending(at) && !life.isLapsed(at));
            assertThat(life.isInForce(life.availableFrom())).isEqualTo(lasts);
            assertThat(life.isInForce(life.lapsesAt())).isFalse();
        }
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(-5, 45);
    }

    @Provide
    Arbitrary<List<Lot>> lots() {
        AccountId account = AccountId.of("account-1");
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, 20);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.integers().between(1, 3),
                        hour,
                        hour,
                        hour)
                .as((seq, number, earned, delay, life) -> new Lot(
                        new LotId(new EntryId(account, seq), number),
                        PointKind.AWARD,
                        Points.of(5),
                        Points.of(3),
                        new Lot.Life(
                                START.plus(Duration.ofHours(earned)),
                                START.plus(Duration.ofHours(earned + delay)),
                                START.plus(Duration.ofHours(earned + delay + life)))))
                .list()
                .uniqueElements(Lot::id)
                .ofMaxSize(12);
    }
}
