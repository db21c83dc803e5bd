package org.openmembership;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.envoys.EnvoyPolicy;
import org.openmembership.step.ScannedCards;

/**
 * What a shop's own desk has settled.
 *
 * @param codePrefix what may stand before a scanned membership code, or not; empty if nothing does
 * @param zone whose day decides which tasks are overdue
 * @param forgetting when people are forgotten, and who else is asked to
 * @param envoys what members get who recruit others
 * @param club in which whoever names none gets an account (B35); null where a club is always named
 * @param enquiries where its people read that somebody is to be authorised; null where they do not
 */
record Desk(
        String codePrefix,
        ZoneId zone,
        Forgetting forgetting,
        EnvoyPolicy envoys,
        @Nullable ClubId club,
        @Nullable EmailAddress enquiries) {
    ScannedCards cards() {
        return new ScannedCards(codePrefix);
    }
}
