package org.openmembership.holding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * Points to set aside.
 *
 * @param account whose
 * @param points above zero
 * @param life how long, above zero; null for as long as the club allows
 * @param key the caller's name for this attempt, and then of the hold
 */
public record HoldRequest(
        AccountId account, Points points, @Nullable Duration life, ExternalKey key) {
    public static HoldRequest of(AccountId account, Points points, ExternalKey key) {
        return new HoldRequest(account, points, null, key);
    }

    public HoldRequest lasting(Duration howLong) {
        return new HoldRequest(account, points, howLong, key);
    }
}
