/** The facade: everything a host calls starts at {@link org.openmembership.Membership}. */
@NullMarked
package org.openmembership;

import org.jspecify.annotations.NullMarked;
