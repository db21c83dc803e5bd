/**
 * Users: logins, the proof that an address is theirs, and the messages that proof needs.
 *
 * <p>Secrets exist in memory only: a {@link org.openmembership.user.Secret} goes to the host's
 * {@link org.openmembership.user.Notifier} and its {@link org.openmembership.user.SecretHash} to the storage.
 */
@NullMarked
package org.openmembership.user;

import org.jspecify.annotations.NullMarked;
