package org.openmembership.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/**
 * What a sale did in one club.
 *
 * @param account whose points moved, or would have
 * @param entries what was written: what was earned, taken back, and lapsed before the sale arrived; may be empty
 * @param available what could be spent right after
 * @param provisional what it was worked out to do once it is posted, where it waits; else zero (B40)
 * @param explanation why it earned what it did, also where that is nothing, and what it paid back as points (R37); null
 *     where nobody bought and nothing was paid back so, and in the repeat of a sale that waits or did neither
 */
public record ClubPoints(
        ClubId club,
        AccountId account,
        Outcome outcome,
        List<PointEntry> entries,
        Points available,
        Points provisional,
        @Nullable Explanation explanation) {
    /** What it came to. */
    public enum Outcome {
        /** Entries were written. */
        POSTED,
        /** The sale earned and took back nothing here. */
        NOTHING,
        /** The account is closed and earns nothing any more. */
        CLOSED,
        /** The sale is in another currency than the club's; another club of the buyer took it. */
        RATE_MISSING,
        /** Its points, or the balance with them, would exceed the 10<sup>12</sup> that can be counted; nothing moved. */
        OUT_OF_RANGE,
        /** It earned and took back nothing: the club wants somebody registered for the account (D23). */
        NOT_ELIGIBLE,
        /** The club posts sales later: nothing has moved yet (A59). A repeat tells what has become of it. */
        WAITING,
        /** It waited, and was called off. */
        WITHDRAWN
    }

    public ClubPoints {
        entries = List.copyOf(entries);
    }

    /** The sum of all entries; below zero where more was taken back than earned. */
    public Points points() {
        Points sum = Points.ZERO;
        for (PointEntry entry : entries) {
            sum = sum.plus(entry.points());
        }
        return sum;
    }
}
