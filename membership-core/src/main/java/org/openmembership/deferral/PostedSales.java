package org.openmembership.deferral;

import org.openmembership.shared.Points;

/**
 * What a run has posted.
 *
 * @param sales once for each account they were posted to
 * @param points all of them together; below zero where more came back
 */
public record PostedSales(long sales, Points points) {}
