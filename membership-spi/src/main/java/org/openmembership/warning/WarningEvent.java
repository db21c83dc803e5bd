package org.openmembership.warning;

import java.time.Instant;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.LotId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/** What warnings tell. */
public sealed interface WarningEvent extends MembershipEvent {
    /**
     * Points of an account are about to lapse: what the host's mails are made of (B6).
     *
     * @param member whom to warn
     * @param points what is left of the lot
     * @param lapsesAt the first instant at which they can no longer be used
     * @param window the code of the window in which the warning was due
     */
    record PointsLapseSoon(LotId lot, ClubId club, MemberId member, Points points, Instant lapsesAt, ReasonCode window)
            implements WarningEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.ACCOUNT, lot.entry().account().value());
        }
    }
}
