/** Many tills at once on the same accounts. */
@NullMarked
package org.openmembership.race;

import org.jspecify.annotations.NullMarked;
