package org.openmembership.giftcard;

import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.user.SecretHash;

/**
 * Which gift cards are listed (A51); what is null is not asked.
 *
 * @param code of any kind that is found by itself, so no PIN
 */
public record GiftCardFilter(
        @Nullable GiftCardStatus status,
        @Nullable SecretHash code,
        @Nullable MemberId owner) {
    public static final GiftCardFilter ALL = new GiftCardFilter(null, null, null);

    public static GiftCardFilter of(MemberId owner) {
        return new GiftCardFilter(null, null, owner);
    }
}
