package org.openmembership.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.SchemeId;

/**
 * One change of an account's scheme, or of how long it holds, kept for ever (B52).
 *
 * @param account whose
 * @param number 1 for the assignment at opening, then without gaps
 * @param change from what to what; from is null at opening, and both are the same where only the validity has changed
 * @param cause what brought it about
 * @param when its times
 */
public record SchemeMove(AccountId account, int number, Change change, Cause cause, When when) {
    /** The scheme before and after. */
    public record Change(@Nullable SchemeId from, SchemeId to) {
        /** Whether another scheme is held afterwards. */
        public boolean moves() {
            return !to.equals(from);
        }
    }

    /**
     * @param kind who moved it
     * @param measure what the review counted, null where nothing was counted
     */
    public record Cause(Kind kind, @Nullable BigDecimal measure) {
        /** Who moved an account. */
        public enum Kind {
            OPENED,
            REVIEW,
            BY_HAND,
            /** It was paid for. */
            BOUGHT,
            /** What was paid for is over. */
            LAPSED,
            /** What was paid for was given back. */
            REFUNDED,
            /** It was kept at the end of its validity, or within its grace: it holds on. */
            RENEWED,
            /** It was not kept, and holds on in grace until the day that is told. */
            GRACE
        }
    }

    /**
     * @param recordedAt by our clock
     * @param effectiveOn the first day it holds
     * @param until the last day it holds unless it is renewed, null where that is not limited
     */
    public record When(
            Instant recordedAt,
            LocalDate effectiveOn,
            @Nullable LocalDate until) {
        public When(Instant recordedAt, LocalDate effectiveOn) {
            this(recordedAt, effectiveOn, null);
        }
    }
}
