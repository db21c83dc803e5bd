package org.openmembership.club;

import java.time.Instant;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to a club. */
public sealed interface ClubEvent extends MembershipEvent {
    ClubId club();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.CLUB, club().value());
    }

    /** @param effectiveFrom from when on the new version of the club holds */
    record ClubPublished(ClubId club, int version, Instant effectiveFrom) implements ClubEvent {}
}
