/**
 * Assignment: kept sales that become somebody's, somebody else's or nobody's, and whose points follow (D10-D13).
 *
 * <pre>{@code
 * AssignmentResult assigned = till.assignment().assign(receipt, member, ExternalKey.of("till-7", "assign-12"));
 * }</pre>
 */
@NullMarked
package org.openmembership.assignment;

import org.jspecify.annotations.NullMarked;
