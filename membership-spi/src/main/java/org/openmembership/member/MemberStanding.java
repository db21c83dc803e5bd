package org.openmembership.member;

import org.jspecify.annotations.Nullable;
import org.openmembership.user.UserId;

/**
 * Which member somebody is and whether they may collect; all that a sale needs to know of a person.
 *
 * @param member who
 * @param status where the member stands
 * @param user the login; null until the owner registers
 * @param blocked whether the member is not to be identified (R54); points in flight still post
 */
public record MemberStanding(
        MemberId member, MemberStatus status, @Nullable UserId user, boolean blocked) {
    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }
}
