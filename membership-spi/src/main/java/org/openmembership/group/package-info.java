/**
 * Customer groups: marketing lists and segments, public or private, and who is in them (C9, C54).
 *
 * <p>A group that is a channel holds only customers who consented to be written to by it.
 */
@NullMarked
package org.openmembership.group;

import org.jspecify.annotations.NullMarked;
