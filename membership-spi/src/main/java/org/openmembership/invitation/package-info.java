/**
 * Invitations: that a customer who buys in the store has been asked to register (C49).
 *
 * <p>An {@link org.openmembership.invitation.Invitation} is about one customer and the address it had then. Whoever types the
 * secret that was sent there registers with that address, and sees all that was bought under it.
 */
@NullMarked
package org.openmembership.invitation;

import org.jspecify.annotations.NullMarked;
