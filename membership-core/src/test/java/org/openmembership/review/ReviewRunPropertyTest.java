package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.PointKind;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What a review comes to depends neither on its pages, nor on where it was cut off, nor on how often it was run. */
@Requirement({"R45", "I23"})
class ReviewRunPropertyTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void pages_caps_interruptions_and_repeats_change_nothing(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 700) Integer> points,
            @ForAll @IntRange(min = 1, max = 5) int pageSize,
            @ForAll @IntRange(min = 0, max = 3) int cap) {
        try (Shop whole = shop(points);
                Shop parts = shop(points);
                Shop broken = shop(points)) {
            ReviewResult dry = run(whole, ReviewOptions.DRY_RUN);
            ReviewResult all = run(whole, ReviewOptions.ALL);
            List<MoveCount> sum = inParts(parts, new ReviewOptions(false, cap + 1L, pageSize));
            interrupted(broken, new ReviewOptions(false, Long.MAX_VALUE, pageSize));

            assertThat(dry).isEqualTo(all);
            assertThat(sum.stream().mapToLong(MoveCount::accounts).sum()).isEqualTo(all.moved());
            assertThat(run(whole, ReviewOptions.ALL)).isEqualTo(new ReviewResult(0, List.of(), true));
            assertThat(moves(parts)).isEqualTo(moves(whole));
            assertThat(moves(broken)).isEqualTo(moves(whole));
        }
    }

    private static Shop shop(List<Integer> points) {
        Shop shop = Shop.open(Engine.IN_MEMORY);
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60"),
                        Scheme.from("gold", "Gold", 3, "500", "300")
                                .with(SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofDays(30))))))
                .build());
        for (int each : points) {
            shop.give(shop.account(), Points.of(each), PointKind.AWARD);
        }
        shop.time().advance(Duration.ofDays(1));
        return shop;
    }

    private static ReviewResult run(Shop shop, ReviewOptions options) {
        return shop.membership().review().run(Shop.CLUB, options, Progress.NONE);
    }

    private static List<MoveCount> inParts(Shop shop, ReviewOptions options) {
        List<MoveCount> moves = new ArrayList<>();
        ReviewResult part = run(shop, options);
        moves.addAll(part.moves());
        while (!part.complete()) {
            part = run(shop, options);
            moves.addAll(part.moves());
        }
        return moves;
    }

    private static void interrupted(Shop shop, ReviewOptions options) {
        assertThatThrownBy(() -> shop.membership().review().run(Shop.CLUB, options, accounts -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .isInstanceOf(IllegalStateException.class);
        run(shop, options);
    }

    /** The moves of all accounts in the order in which these were opened. */
    private static List<SchemeMove.Change> moves(Shop shop) {
        return accounts(shop)
                .flatMap(account -> shop.membership().review().history(account).stream())
                .map(SchemeMove::change)
                .toList();
    }

    private static Stream<AccountId> accounts(Shop shop) {
        return shop.storage().read(stores -> stores.accounts().ofClub(Shop.CLUB, null, 100)).stream()
                .map(account -> account.id());
    }
}
