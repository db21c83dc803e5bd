package org.openmembership.earning;

import org.openmembership.shared.Points;

/**
 * What a run gave.
 *
 * @param birthdays that gave points
 * @param points all of them together
 */
public record BirthdayResult(long birthdays, Points points) {}
