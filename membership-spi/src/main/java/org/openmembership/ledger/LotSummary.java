package org.openmembership.ledger;

import java.time.Instant;
import org.openmembership.shared.Points;

/**
 * What the open lots of an account come to at an instant, less the holds on them.
 *
 * @param inForce points in force that no hold in force has
 * @param nextChange no later than the first later instant at which a lot lapses or becomes available, or a hold ends;
 *     FOREVER if none does
 */
public record LotSummary(Points inForce, Instant nextChange) {}
