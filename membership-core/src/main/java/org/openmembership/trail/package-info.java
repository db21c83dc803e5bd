/** The audit trail: who did what, and who was turned away. */
@NullMarked
package org.openmembership.trail;

import org.jspecify.annotations.NullMarked;
