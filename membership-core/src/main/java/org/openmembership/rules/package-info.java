/**
 * What a club's definition makes of a sale: its point rules and offers as an immutable index, and the exact arithmetic from
 * lines to points. Pure: it knows no store, no clock and no verb.
 *
 * <p>Everything is exact until a club's rounding rule is asked, once for a sale; what it says is then split over the lines
 * so that nothing is lost (R22, I25).
 */
@NullMarked
package org.openmembership.rules;

import org.jspecify.annotations.NullMarked;
