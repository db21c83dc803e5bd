/**
 * Inviting: asking customers who buy in the store to register, and calling that off (C49).
 *
 * <pre>{@code
 * InvitationResult invited = office.inviting().invite(customer);
 * // the customer follows the message, fills in a form, and types or carries the secret
 * VerificationResult registered = web.registration().accept(invitation, token, registrant);
 * // or somebody else has that mailbox
 * DeclineResult declined = web.inviting().decline(invitation, token);
 * }</pre>
 */
@NullMarked
package org.openmembership.inviting;

import org.jspecify.annotations.NullMarked;
