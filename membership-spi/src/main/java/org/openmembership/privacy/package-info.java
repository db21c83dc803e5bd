/**
 * Forgetting people (R17): whose records belong together, what was asked for and done, what stays behind so that nobody is
 * taken over again, and the host's ports for what the library does not know.
 */
@NullMarked
package org.openmembership.privacy;

import org.jspecify.annotations.NullMarked;
