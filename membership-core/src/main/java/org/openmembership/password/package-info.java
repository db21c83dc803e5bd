/**
 * Passwords: signing in, setting one by a link, changing it (R13).
 *
 * <pre>{@code
 * Membership web = membership.as(Actor.till("web-shop")).from(Origin.of(remoteAddress));
 * web.passwords().request("ada@example.org");                     // the same answer whoever asks
 * web.passwords().set(confirmation, token, "correct horse ...");  // from the link in her mailbox
 * SignInResult result = web.signIn().signIn("ada@example.org", "correct horse ...");
 * }</pre>
 *
 * <p>No password is ever made for a person, sent to one, or seen by staff.
 */
@NullMarked
package org.openmembership.password;

import org.jspecify.annotations.NullMarked;
