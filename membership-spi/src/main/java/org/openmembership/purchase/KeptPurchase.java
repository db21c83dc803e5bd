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
     * @param missing why nobody was found whom the sale named; null where somebody was, or nobody was named
     */
    public record Owner(
            @Nullable MemberId member,
            boolean awaiting,
            @Nullable Missing missing) {
        public static final Owner NOBODY = new Owner(null, false);

        public Owner {
            if (missing != null && (member != null || awaiting)) {
                throw new IllegalArgumentException(member + " cannot be there and be " + missing);
            }
        }

        public Owner(@Nullable MemberId member, boolean awaiting) {
            this(member, awaiting, null);
        }

        /** Somebody was named, and is nobody we know. */
        public static Owner missing(Missing why) {
            return new Owner(null, false, why);
        }
    }

    /** Why whoever a sale named was not found; the sale is kept all the same, as nobody's. */
    public enum Missing {
        /** Never known here by that card, id, reference or address, as far as we can tell. */
        UNKNOWN,
        /** Forgotten: a till or shop that still sends the name should forget it too (R17). */
        ERASED
    }
}
