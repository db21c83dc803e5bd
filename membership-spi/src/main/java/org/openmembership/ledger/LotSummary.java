package org.openmembership.ledger;

import java.time.Instant;
import org.openmembership.shared.Points;

/**
 * What the open lots of an account come to at an instant.
 *
 * @param inForce points that can be spent
 * @param nextChange the first later instant at which a lot lapses or becomes available; FOREVER if none does
 */
public record LotSummary(Points inForce, Instant nextChange) {}
