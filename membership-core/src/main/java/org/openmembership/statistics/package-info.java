/**
 * Statistics: what accounts, members, schemes and clubs have earned, used and hold, and how a club's liability came about.
 *
 * <pre>{@code
 * RollForward march = membership.statistics().rollForward(club, firstOfMarch, firstOfApril);
 * march.opening(); march.flows(); march.closing(); march.reconciles();
 * }</pre>
 */
@NullMarked
package org.openmembership.statistics;

import org.jspecify.annotations.NullMarked;
