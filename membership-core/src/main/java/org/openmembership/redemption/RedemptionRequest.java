package org.openmembership.redemption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * Points to spend.
 *
 * @param account whose
 * @param points above zero
 * @param key the caller's name for this attempt
 * @param scene who and where, for the history
 * @param grantedOfflineAt when a till granted it without asking; only then may it overdraw, within the club's limit (R26)
 */
public record RedemptionRequest(
        AccountId account,
        Points points,
        ExternalKey key,
        PointEntry.Scene scene,
        @Nullable Instant grantedOfflineAt) {
    public static RedemptionRequest of(AccountId account, Points points, ExternalKey key) {
        return new RedemptionRequest(account, points, key, PointEntry.Scene.UNKNOWN, null);
    }

    public RedemptionRequest in(PointEntry.Scene where) {
        return new RedemptionRequest(account, points, key, where, grantedOfflineAt);
    }

    public RedemptionRequest grantedOfflineAt(Instant instant) {
        return new RedemptionRequest(account, points, key, scene, instant);
    }
}
