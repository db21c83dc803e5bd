package org.openmembership.step;

import org.jspecify.annotations.Nullable;
import org.openmembership.card.MembershipCard;

/**
 * What became of a card that was to be somebody's.
 *
 * @param card as it is now; null where it was refused
 * @param refusal null where it was not
 * @param repeated whether it was theirs before
 */
public record CardOutcome(
        @Nullable MembershipCard card, @Nullable Refusal refusal, boolean repeated) {
    /** Why it is not. */
    public enum Refusal {
        UNKNOWN_CARD,
        TAKEN,
        OTHER_CLUB,
        BLOCKED,
        EXPIRED,
        CLOSED
    }

    static CardOutcome refused(Refusal why) {
        return new CardOutcome(null, why, false);
    }
}
