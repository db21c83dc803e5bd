/** Subscription: schemes that are paid for, for a period. */
@NullMarked
package org.openmembership.subscription;

import org.jspecify.annotations.NullMarked;
