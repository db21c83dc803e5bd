/** Auditing: checking that what must always be true of a storage is. */
@NullMarked
package org.openmembership.auditing;

import org.jspecify.annotations.NullMarked;
