package org.openmembership.card;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;

/**
 * A number or barcode that identifies an account, and the member who carries it (B33).
 *
 * @param member null where the card was handed out without a person (R55)
 */
public record MembershipCard(
        CardNumber number, AccountId account, @Nullable MemberId member, CardStatus status) {}
