/** Who may do what: the permissions that operations name, and the host's port that grants them. */
@NullMarked
package org.openmembership.access;

import org.jspecify.annotations.NullMarked;
