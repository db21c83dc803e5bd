/**
 * Invitations: that a customer who buys in the store has been asked to register (C49).
 *
 * <p>An {@link org.openmembership.invitation.Invitation} is about one customer and the address it had then. Whoever types the
 * secret that was sent there registers with that address, and sees all that was bought under it. Until then the shop may call
 * it off, and whoever got it may say that it was meant for somebody else.
 */
@NullMarked
package org.openmembership.invitation;

import org.jspecify.annotations.NullMarked;
