/**
 * Handing out everything that is known of a person, for whoever asks what the shop knows about them.
 *
 * <pre>{@code
 * boolean known = membership.as(Actor.member(id)).disclosure().write(member, response.getWriter());
 * }</pre>
 */
@NullMarked
package org.openmembership.disclosure;

import org.jspecify.annotations.NullMarked;
