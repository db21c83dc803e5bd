/** Transfer: moving points from one account to another of the same club. */
@NullMarked
package org.openmembership.transfer;

import org.jspecify.annotations.NullMarked;
