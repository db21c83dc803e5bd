/** Review: working out whether accounts move between schemes, and keeping some where they are by hand. */
@NullMarked
package org.openmembership.review;

import org.jspecify.annotations.NullMarked;
