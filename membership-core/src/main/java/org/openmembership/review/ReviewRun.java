package org.openmembership.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.command.Caller;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.step.Facts;
import org.openmembership.step.ReviewPage;
import org.openmembership.step.SchemeSettling;
import org.openmembership.step.SettledScheme;
import org.openmembership.storage.Stores;

/** The pages of one run, counted; lives for one call. */
final class ReviewRun {
    private final Caller caller;
    private final ReviewPage page;
    private final ReviewOptions options;
    private final Map<SchemeMove.Change, Long> counts = new HashMap<>();
    private long accounts;
    private long moved;
    private boolean complete = true;

    ReviewRun(Caller caller, Club club, Instant now, ReviewOptions options) {
        this.caller = caller;
        this.page = new ReviewPage(club, caller.clubs(), now);
        this.options = options;
    }

    long accounts() {
        return accounts;
    }

    /** Reviews one page; false if the cap on moves ends the run in it. */
    boolean page(SortedSet<AccountId> ids) {
        Outcome outcome = options.dryRun()
                ? caller.read(Permission.REVIEW, Subject.NOBODY, stores -> decided(ids, stores))
                : caller.change(Permission.REVIEW, Subject.NOBODY, (stores, facts) -> written(ids, stores, facts));
        complete = outcome.withinCap();
        accounts += outcome.settled().size();
        outcome.settled().stream().flatMap(one -> one.change().stream()).forEach(change -> {
            moved++;
            counts.merge(change, 1L, Long::sum);
        });
        return complete;
    }

    private record Outcome(List<SettledScheme> settled, boolean withinCap) {}

    private Outcome decided(SortedSet<AccountId> ids, Stores stores) {
        return outcome(page.read(ids, stores), stores);
    }

    private Outcome written(SortedSet<AccountId> ids, Stores stores, Facts facts) {
        Outcome outcome = outcome(page.lock(ids, stores), stores);
        if (!outcome.settled().isEmpty()) {
            SchemeSettling.write(outcome.settled(), stores, facts);
        }
        return outcome;
    }

    /** Those before the first account whose move would be one too many. */
    private Outcome outcome(List<SchemeCase> found, Stores stores) {
        List<SettledScheme> settled = page.decide(found, stores);
        long left = options.maxMoves() - moved;
        for (int i = 0; i < settled.size(); i++) {
            left -= settled.get(i).change().isPresent() ? 1 : 0;
            if (left < 0) {
                return new Outcome(settled.subList(0, i), false);
            }
        }
        return new Outcome(settled, true);
    }

    ReviewResult result() {
        List<MoveCount> moves = new ArrayList<>();
        counts.forEach((change, count) -> {
            if (change.from() != null) {
                moves.add(new MoveCount(change.from(), change.to(), count));
            }
        });
        moves.sort(Comparator.comparing(MoveCount::from).thenComparing(MoveCount::to));
        return new ReviewResult(accounts, moves, complete);
    }
}
