/** Adjustment: points given or taken by hand, with a reason. */
@NullMarked
package org.openmembership.adjustment;

import org.jspecify.annotations.NullMarked;
