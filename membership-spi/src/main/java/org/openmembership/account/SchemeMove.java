package org.openmembership.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.SchemeId;

/**
 * One change of an account's scheme, kept for ever (B52).
 *
 * @param account whose
 * @param number 1 for the assignment at opening, then without gaps
 * @param change from what to what; from is null at opening
 * @param cause what brought it about
 * @param when its times
 */
public record SchemeMove(AccountId account, int number, Change change, Cause cause, When when) {
    /** The scheme before and after. */
    public record Change(@Nullable SchemeId from, SchemeId to) {}

    /**
     * @param kind who moved it
     * @param measure what the review counted, null where nothing was counted
     */
    public record Cause(Kind kind, @Nullable BigDecimal measure) {
        /** Who moved an account. */
        public enum Kind {
            OPENED,
            REVIEW,
            BY_HAND
        }
    }

    /**
     * @param recordedAt by our clock
     * @param effectiveOn the first day it holds
     */
    public record When(Instant recordedAt, LocalDate effectiveOn) {}
}
