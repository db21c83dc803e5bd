package org.openmembership.envoy;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;

/**
 * A member who registered with the invite code of an envoy (A52).
 *
 * @param member who registered; at most one recruit each
 * @param envoy whose code it was
 * @param since when the registration was proven
 * @param until the first instant whose sales bring the envoy nothing any more; null where there is none
 * @param refused why the member is no recruit after all, kept for the shop to see; null for one who is
 */
public record Recruit(
        MemberId member,
        MemberId envoy,
        Instant since,
        @Nullable Instant until,
        @Nullable NotRecruited refused) {
    /** Why the member is no recruit after all. */
    public Optional<NotRecruited> refusal() {
        return Optional.ofNullable(refused);
    }

    /** Whether what is bought at an instant brings the envoy something. */
    public boolean benefitsAt(Instant at) {
        return refused == null && !at.isBefore(since) && (until == null || at.isBefore(until));
    }
}
