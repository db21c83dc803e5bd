/** Redemption: spending points as payment or as the trigger of a discount. */
@NullMarked
package org.openmembership.redemption;

import org.jspecify.annotations.NullMarked;
