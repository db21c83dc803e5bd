/**
 * What came in, what went out and what is left: sums over entries, lots and purchases of a club, a scheme or an account.
 *
 * <p>A club owed 1,000 points on the first of the month; {@code EARNED 300} and {@code REDEEMED -120} later it owes 1,180.
 */
@NullMarked
package org.openmembership.flow;

import org.jspecify.annotations.NullMarked;
