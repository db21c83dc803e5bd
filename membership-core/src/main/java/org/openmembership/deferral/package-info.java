/**
 * Deferral: sales that a club posts later, after a time or after the host has posted them itself (A59, B40, B55).
 *
 * <pre>{@code
 * membership.deferral().release(receipt);                       // the host's own books have it
 * PostedSales posted = membership.deferral().postDue(club, Progress.NONE);
 * }</pre>
 */
@NullMarked
package org.openmembership.deferral;

import org.jspecify.annotations.NullMarked;
