package org.openmembership.purchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberId;

/**
 * A purchase as we keep it.
 *
 * @param id ours
 * @param purchase as it came, but with no email in its buyer
 * @param fingerprint of its content, which tells a repeat from a reused key
 * @param member who bought, as far as we found out
 * @param recordedAt by our clock
 */
public record KeptPurchase(
        PurchaseId id, Purchase purchase, Fingerprint fingerprint, Owner member, Instant recordedAt) {
    /**
     * @param member null for a guest and for a customer who is no member
     * @param awaiting the member was not active yet: the sale is posted when an account is opened (R5)
     */
    public record Owner(@Nullable MemberId member, boolean awaiting) {
        public static final Owner NOBODY = new Owner(null, false);
    }
}
