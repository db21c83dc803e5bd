/** Extension: letting points be usable longer, or again after they expired (R23). */
@NullMarked
package org.openmembership.extension;

import org.jspecify.annotations.NullMarked;
