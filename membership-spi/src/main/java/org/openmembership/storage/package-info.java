/**
 * The storage as a whole: the unit of work, the stores inside it, and the few ways in which it can fail.
 */
@NullMarked
package org.openmembership.storage;

import org.jspecify.annotations.NullMarked;
