/** Holding: setting points aside for an unfinished sale, and spending them or letting them go (R29). */
@NullMarked
package org.openmembership.holding;

import org.jspecify.annotations.NullMarked;
