package org.openmembership.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openmembership.Membership;
import org.openmembership.club.ClubId;
import org.openmembership.shared.Points;
import org.openmembership.statistics.ClubFigures;
import org.openmembership.statistics.RollForward;
import org.openmembership.statistics.Statistics;

/** Whatever happened, entries lead from what lots and debts came to at one instant to what they come to at another. */
final class RollingForward {
    private RollingForward() {}

    static void check(Membership library, ClubId club, Instant now) {
        // after every entry, although clocks step back in stories
        Instant end = now.plus(Duration.ofDays(10_000));
        List<Instant> cuts = List.of(
                Instant.EPOCH,
                now.minus(Duration.ofDays(300)),
                now.minus(Duration.ofDays(20)),
                now.minus(Duration.ofHours(3)),
                now,
                end);
        Points last = Points.ZERO;
        for (int i = 1; i < cuts.size(); i++) {
            RollForward part = library.statistics().rollForward(club, cuts.get(i - 1), cuts.get(i));
            assertThat(part.reconciles()).as(part.toString()).isTrue();
            assertThat(part.opening().points()).isEqualTo(last);
            last = part.closing().points();
        }
        RollForward whole = library.statistics().rollForward(club, Instant.EPOCH, end);
        ClubFigures figures = library.statistics().ofClub(club, Statistics.USUAL_WINDOW);
        assertThat(whole.reconciles()).as(whole.toString()).isTrue();
        assertThat(whole.closing().points())
                .isEqualTo(last)
                .isEqualTo(figures.all().holdings().booked());
        assertThat(whole.debt()).isEqualTo(figures.all().holdings().debt());
    }
}
