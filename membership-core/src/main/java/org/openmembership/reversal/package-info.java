/** Reversal: undoing a named entry by a new one. */
@NullMarked
package org.openmembership.reversal;

import org.jspecify.annotations.NullMarked;
