/** How a request that cannot be understood is answered: with everything that is wrong, at once. */
@NullMarked
package org.openmembership.request;

import org.jspecify.annotations.NullMarked;
