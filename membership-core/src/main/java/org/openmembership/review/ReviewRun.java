package org.openmembership.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.Club;
import org.openmembership.command.Caller;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.step.Facts;
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
        this.page = new ReviewPage(club, now);
        this.options = options;
    }

    long accounts() {
        return accounts;
    }

    /** Reviews one page; false if the cap on moves ends the run in it. */
    boolean page(List<AccountId> ids) {
        Outcome outcome = options.dryRun()
                ? caller.read(Permission.REVIEW, Subject.NOBODY, stores -> decided(ids, stores))
                : caller.change(Permission.REVIEW, Subject.NOBODY, (stores, facts) -> written(ids, stores, facts));
        complete = outcome.withinCap();
        accounts += outcome.reviewed().size();
        moved += outcome.moves().size();
        outcome.moves().forEach(move -> counts.merge(move.change(), 1L, Long::sum));
        return complete;
    }

    private record Outcome(List<MemberAccount> reviewed, List<SchemeMove> moves, boolean withinCap) {}

    private Outcome decided(List<AccountId> ids, Stores stores) {
        List<MemberAccount> found = new ArrayList<>();
        ids.forEach(id -> stores.accounts().find(id).ifPresent(found::add));
        return outcome(found, stores);
    }

    private Outcome written(List<AccountId> ids, Stores stores, Facts facts) {
        List<MemberAccount> locked = page.lock(ids, stores);
        Outcome outcome = outcome(locked, stores);
        if (!outcome.reviewed().isEmpty()) {
            page.write(outcome.reviewed(), outcome.moves(), stores, facts);
        }
        return outcome;
    }

    /** Those before the first account whose move would be one too many. */
    private Outcome outcome(List<MemberAccount> found, Stores stores) {
        List<SchemeMove> moves = page.decide(found, stores);
        long left = options.maxMoves() - moved;
        if (moves.size() <= left) {
            return new Outcome(found, moves, true);
        }
        int allowed = Math.toIntExact(Math.max(0, left));
        AccountId first = moves.get(allowed).account();
        List<MemberAccount> before =
                found.stream().takeWhile(account -> !account.id().equals(first)).toList();
        return new Outcome(before, moves.subList(0, allowed), false);
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
