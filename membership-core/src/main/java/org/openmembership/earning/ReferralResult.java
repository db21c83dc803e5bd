package org.openmembership.earning;

import java.time.Instant;
import java.util.List;
import org.openmembership.ledger.PointEntry;

/** What became of the report that an account was brought to the club by another one. */
public sealed interface ReferralResult {
    /**
     * It was taken down, once for the account that was brought.
     *
     * @param referred what that account got
     * @param referrer what the account got that brought it
     * @param repeated whether this is the first answer again
     */
    record Referred(List<PointEntry> referred, List<PointEntry> referrer, boolean repeated) implements ReferralResult {
        public Referred {
            referred = List.copyOf(referred);
            referrer = List.copyOf(referrer);
        }
    }

    /** Nothing was written. */
    record Refused(Reason reason) implements ReferralResult {}

    /** Another account has brought it already. */
    record AlreadyReferred(Instant at) implements ReferralResult {}

    /** The storage went away at the wrong moment; report it again. */
    record OutcomeUnknown() implements ReferralResult {}

    /** Why a referral was not taken down. */
    enum Reason {
        UNKNOWN_ACCOUNT,
        /** Nobody brings themselves. */
        SAME_ACCOUNT,
        /** The same member represents both, or one is part of the other by a merge (R56). */
        SAME_PERSON,
        /** Those who represent them, or their customers, have the same mailbox. */
        SAME_EMAIL,
        /** They have the same phone number. */
        SAME_PHONE,
        /** They have the same street and postcode, however it is spelt. */
        SAME_ADDRESS,
        /** Who represents one of them carries a card of the other. */
        SAME_CARD,
        OTHER_CLUB,
        CLOSED
    }
}
