/**
 * Users as the back office sees them: switched on and off, never deleted (A54).
 *
 * <pre>{@code
 * UserChange change = membership.as(Actor.staff("clerk-7")).users().disable(user);
 * }</pre>
 */
@NullMarked
package org.openmembership.users;

import org.jspecify.annotations.NullMarked;
