/**
 * Members: customers who registered and accepted the terms, and the attempts that lead there.
 *
 * <p>A member awaits verification, is active, or was imported and waits for its owner to register. Only an active one has
 * linked customers, and the set of them is frozen from that moment on (A18).
 */
@NullMarked
package org.openmembership.member;

import org.jspecify.annotations.NullMarked;
