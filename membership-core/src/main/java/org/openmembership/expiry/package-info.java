/** Expiry: writing off lots that have lapsed. */
@NullMarked
package org.openmembership.expiry;

import org.jspecify.annotations.NullMarked;
