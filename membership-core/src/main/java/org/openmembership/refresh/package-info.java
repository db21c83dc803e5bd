/**
 * Refresh: bringing what accounts' rows know of their points up to date, so that a balance is one row again.
 *
 * <pre>{@code
 * membership.refresh().run(club, Progress.NONE);
 * }</pre>
 */
@NullMarked
package org.openmembership.refresh;

import org.jspecify.annotations.NullMarked;
