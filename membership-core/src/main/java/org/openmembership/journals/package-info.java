/**
 * Journals: points of many accounts posted at once by hand, or brought along from another system (B45, B46).
 *
 * <pre>{@code
 * JournalResult opened = membership.journals().post(JournalRequest.opening(
 *         club, List.of(JournalLine.opening(account, Points.of(120)).on(earnedOn).until(lastDay)), key));
 * }</pre>
 */
@NullMarked
package org.openmembership.journals;

import org.jspecify.annotations.NullMarked;
