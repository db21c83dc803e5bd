package org.openmembership.publishing;

import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;

/** What became of a publication; after a refusal nothing was written. */
public sealed interface PublishResult {
    /**
     * The definition stands as the club's last version.
     *
     * @param version its number; entries carry it (R48)
     * @param effectiveFrom from when it holds
     * @param changed false where it was the last version already
     */
    record Published(ClubId club, int version, Instant effectiveFrom, boolean changed) implements PublishResult {}

    /** A scheme's code belongs to another club; codes are unique over all clubs (B21). */
    record SchemeTaken(SchemeId scheme, ClubId owner) implements PublishResult {}

    /** The definition leaves out a scheme that accounts still hold. */
    record SchemeInUse(SchemeId scheme, long accounts) implements PublishResult {}

    /** A club counts in one currency for ever, because its entries do. */
    record CurrencyFixed(CurrencyUnit currency) implements PublishResult {}

    /** The version before it takes effect only later; versions take effect in order. */
    record TooEarly(Instant notBefore) implements PublishResult {}
}
