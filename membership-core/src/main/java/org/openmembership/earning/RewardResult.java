package org.openmembership.earning;

import org.openmembership.shared.Points;

/**
 * What a run gave for moves between schemes.
 *
 * @param moves that gave points
 * @param points all of them together
 */
public record RewardResult(long moves, Points points) {}
