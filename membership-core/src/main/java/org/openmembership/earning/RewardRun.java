package org.openmembership.earning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.club.Club;
import org.openmembership.club.EventRule;
import org.openmembership.club.Scheme;
import org.openmembership.command.Caller;
import org.openmembership.command.PagedRun;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.Occasions;
import org.openmembership.step.Occasions.Occasion;
import org.openmembership.step.Occasions.Sum;
import org.openmembership.step.PublishedClub;

/** Goes through the moves of some days for which a club gives points by now, a page of moves at a time. */
final class RewardRun {
    private static final int PAGE = 200;

    private final Caller caller;
    private final PublishedClub published;
    private final Progress progress;
    private final Instant now;
    private Sum sum = Sum.NOTHING;

    RewardRun(Caller caller, PublishedClub published, Instant now, Progress progress) {
        this.caller = caller;
        this.published = published;
        this.now = now;
        this.progress = progress;
    }

    RewardResult over(int days) {
        Club club = published.club();
        LocalDate today = club.businessDate(now);
        for (ReasonCode code : List.of(EventRule.UPGRADE, EventRule.EXTENSION)) {
            for (int before = published.rules().rewards(code) ? days : -1; before >= 0; before--) {
                reward(code, today.minusDays(before));
            }
        }
        return new RewardResult(sum.occasions(), sum.points());
    }

    /** @param due the day on which moves are as old as the club says */
    private void reward(ReasonCode code, LocalDate due) {
        LocalDate moved = due.minusDays(published.club().terms().review().pace().rewardDays());
        sum = BirthdayRun.<SchemeMove>occasions(caller, progress).run(sum, (after, stores, facts) -> {
            List<SchemeMove> moves = stores.schemes().movesOn(published.club().id(), moved, after, PAGE);
            List<Occasion> occasions = occasions(moves, code, due);
            Sum given = occasions.isEmpty()
                    ? Sum.NOTHING
                    : new Occasions(caller.clubs(), caller.actor(), now, stores, facts).post(occasions);
            return new PagedRun.Done<>(moves.size() < PAGE ? null : moves.get(PAGE - 1), given);
        });
    }

    private List<Occasion> occasions(List<SchemeMove> moves, ReasonCode code, LocalDate due) {
        List<Occasion> occasions = new ArrayList<>();
        for (SchemeMove move : moves) {
            boolean isMeant = code.equals(EventRule.UPGRADE) ? isUpgrade(move) : isExtension(move);
            if (isMeant) {
                occasions.add(Occasion.move(move, published.club().id(), code, due));
            }
        }
        return occasions;
    }

    private boolean isUpgrade(SchemeMove move) {
        Scheme from = move.change().from() == null
                ? null
                : published.club().scheme(move.change().from()).orElse(null);
        return move.change().moves()
                && from != null
                && published
                        .club()
                        .scheme(move.change().to())
                        .filter(to -> to.isBetterThan(from))
                        .isPresent();
    }

    private static boolean isExtension(SchemeMove move) {
        Kind kind = move.cause().kind();
        return !move.change().moves() && move.when().until() != null && (kind == Kind.RENEWED || kind == Kind.BOUGHT);
    }
}
