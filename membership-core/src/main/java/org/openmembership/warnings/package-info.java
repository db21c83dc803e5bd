/** Warnings: telling members of points that are about to lapse, once (B6, B67). */
@NullMarked
package org.openmembership.warnings;

import org.jspecify.annotations.NullMarked;
