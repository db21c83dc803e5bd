package org.openmembership.redemption;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * Points to spend.
 *
 * @param account whose
 * @param asked how much, in points or in money
 * @param key the caller's name for this attempt
 * @param scene who and where, for the history
 * @param grantedOfflineAt when a till granted it without asking; only then may it overdraw, within the club's limit (R26)
 */
public record RedemptionRequest(
        AccountId account,
        Asked asked,
        ExternalKey key,
        PointEntry.Scene scene,
        @Nullable Instant grantedOfflineAt) {
    /**
     * What the cashier chose (A47, R49).
     *
     * @param points above zero, or null where {@code amount} says it
     * @param amount to be paid with points, above zero, or null where {@code points} says it
     * @param due what is really to be paid, of which points may pay the club's share; null where nothing is paid with them
     */
    public record Asked(
            @Nullable Points points,
            @Nullable Money amount,
            @Nullable Money due) {}

    public static RedemptionRequest of(AccountId account, Points points, ExternalKey key) {
        return new RedemptionRequest(account, new Asked(points, null, null), key, PointEntry.Scene.UNKNOWN, null);
    }

    /** As many points as pay {@code amount}. */
    public static RedemptionRequest paying(AccountId account, Money amount, ExternalKey key) {
        return new RedemptionRequest(account, new Asked(null, amount, null), key, PointEntry.Scene.UNKNOWN, null);
    }

    /** As a part of what is due in a sale. */
    public RedemptionRequest towards(Money due) {
        return new RedemptionRequest(
                account, new Asked(asked.points(), asked.amount(), due), key, scene, grantedOfflineAt);
    }

    public RedemptionRequest in(PointEntry.Scene where) {
        return new RedemptionRequest(account, asked, key, where, grantedOfflineAt);
    }

    public RedemptionRequest grantedOfflineAt(Instant instant) {
        return new RedemptionRequest(account, asked, key, scene, instant);
    }
}
