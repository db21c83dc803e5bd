package org.openmembership.subscription;

import org.openmembership.account.AccountId;
import org.openmembership.club.SchemeId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.shared.ExternalKey;

/**
 * A scheme that was paid for; the money is the host's.
 *
 * @param account whose
 * @param scheme one that its club sells
 * @param key the caller's name for this attempt, such as a line of a receipt
 */
public record SubscriptionRequest(AccountId account, SchemeId scheme, ExternalKey key) {
    Fingerprint fingerprint() {
        return Fingerprint.of("subscribe;" + account + ";" + scheme);
    }
}
