package org.openmembership.duplicate;

import java.time.Instant;
import org.openmembership.shared.Actor;

/**
 * That two customers are not one, for good (R15).
 *
 * @param by who said so first
 * @param at when, by our clock
 */
public record Dismissal(CustomerPair pair, Actor by, Instant at) {}
