/** One class for each way in which somebody may try to get at what is not theirs, named by its number. */
@NullMarked
package org.openmembership.security;

import org.jspecify.annotations.NullMarked;
