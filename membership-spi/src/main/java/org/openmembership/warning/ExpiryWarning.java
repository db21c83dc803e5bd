package org.openmembership.warning;

import java.time.Instant;
import org.openmembership.ledger.LotId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/**
 * That somebody was warned of points about to lapse; once per lot and window.
 *
 * @param lot whose points they are
 * @param window the code of the window
 * @param member who was warned: the main member of the account
 * @param notice what was said
 * @param warnedAt when
 */
public record ExpiryWarning(LotId lot, ReasonCode window, MemberId member, Notice notice, Instant warnedAt) {
    /**
     * @param points what was left of the lot
     * @param lapsesAt the first instant at which they can no longer be used
     */
    public record Notice(Points points, Instant lapsesAt) {}
}
