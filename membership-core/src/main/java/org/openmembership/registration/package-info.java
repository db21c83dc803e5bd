/**
 * Registration: how somebody becomes a member, and proves that the address is theirs before any history is linked to it.
 *
 * <pre>{@code
 * RegistrationResult asked = kiosk.registration().register(Registrant.builder()
 *     .name("Ada", "Byron").email("ada@example.org").acceptTerms("terms-2026-03").build());
 *
 * // the host's notifier has sent a code; its owner types it in
 * VerificationResult proven = kiosk.registration().verify(registration, "4821 9903");
 * }</pre>
 */
@NullMarked
package org.openmembership.registration;

import org.jspecify.annotations.NullMarked;
