/**
 * Changing the address of a user: nothing takes effect before the owner of the new mailbox has proven it, and the old address
 * is told (R8, S14).
 *
 * <pre>{@code
 * EmailChangeResult asked = web.emailChange().request(user, "ada@elsewhere.org");
 * EmailConfirmationResult moved = web.emailChange().confirm(confirmation, "4821 9903");
 * }</pre>
 */
@NullMarked
package org.openmembership.email;

import org.jspecify.annotations.NullMarked;
