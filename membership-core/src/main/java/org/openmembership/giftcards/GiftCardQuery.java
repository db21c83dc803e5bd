package org.openmembership.giftcards;

import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.member.MemberId;

/**
 * Which gift cards a manager wants to see (A51); what is null is not asked.
 *
 * @param code of any kind but a PIN, as typed
 */
public record GiftCardQuery(
        @Nullable GiftCardStatus status,
        @Nullable String code,
        @Nullable MemberId owner) {
    public static final GiftCardQuery ALL = new GiftCardQuery(null, null, null);

    @Override
    public String toString() {
        return "GiftCardQuery[" + status + ", " + (code == null ? "" : "***") + ", " + owner + "]";
    }
}
