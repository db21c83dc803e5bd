/** The host's sale and the member's points in one commit, or neither. */
@NullMarked
package org.openmembership.examples.joined;

import org.jspecify.annotations.NullMarked;
