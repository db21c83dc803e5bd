/** Telling: handing what has happened to the host's mail, search or message bus, at least once and in order. */
@NullMarked
package org.openmembership.telling;

import org.jspecify.annotations.NullMarked;
