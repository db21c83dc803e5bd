/**
 * Clubs: programmes with their own points, rules and schemes, as plain immutable definitions.
 *
 * <p>Everything here decides from its own fields alone: which day it is for the club, when points lapse, how a result is
 * rounded, whether a threshold is met.
 */
@NullMarked
package org.openmembership.club;

import org.jspecify.annotations.NullMarked;
