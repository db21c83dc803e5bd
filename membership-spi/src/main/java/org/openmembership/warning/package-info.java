/** Warnings that points are about to lapse: when they are due, and that each was given once (B6, B67). */
@NullMarked
package org.openmembership.warning;

import org.jspecify.annotations.NullMarked;
