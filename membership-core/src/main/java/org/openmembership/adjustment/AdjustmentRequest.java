package org.openmembership.adjustment;

import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/**
 * A manual correction.
 *
 * @param account whose
 * @param points what is added; below zero for what is taken; not zero
 * @param kind the label on points that are added
 * @param reason a code of the host's; text goes into the host's notes
 * @param key the caller's name for this attempt
 */
public record AdjustmentRequest(AccountId account, Points points, PointKind kind, ReasonCode reason, ExternalKey key) {
    /** Points on other grounds than the normal rules. */
    public static AdjustmentRequest of(AccountId account, Points points, String reason, ExternalKey key) {
        return new AdjustmentRequest(account, points, PointKind.OTHER, ReasonCode.of(reason), key);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of("adjust;" + account + ";" + points + ";" + kind + ";" + reason);
    }
}
