package org.openmembership.ledger;

import java.time.Instant;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.shared.Points;

/**
 * Which lots of an account a decision needs: the first in the club's order that together hold {@code points}.
 *
 * @param points how much is to be taken
 * @param order the club's
 * @param at lots that have lapsed by then are left out, lots not yet available come last
 */
public record Cover(Points points, ConsumptionOrder order, Instant at) {}
