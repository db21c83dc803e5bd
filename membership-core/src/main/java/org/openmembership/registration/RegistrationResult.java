package org.openmembership.registration;

import java.time.Instant;
import org.openmembership.member.MemberId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** What came of {@link MemberRegistration#register}. */
public sealed interface RegistrationResult {
    /**
     * A message is on its way to the address; nothing counts before it is proven.
     *
     * <p>Also the answer for an address that has a member already, unless the policy reveals that; its owner is then told
     * instead (R7).
     */
    record AwaitingVerification(RegistrationId registration) implements RegistrationResult {}

    /** The member is active at once, because nothing has to be proven. */
    record Registered(MemberId member, UserId user, LinkedCustomers customers) implements RegistrationResult {}

    /** The address has a member already. */
    record EmailTaken() implements RegistrationResult {}

    /** The number is another user's name; only when staff registers somebody without an email. */
    record PhoneTaken() implements RegistrationResult {}

    /** Too many registrations and messages were asked for from this origin; nothing was done. */
    record Wait(Instant until) implements RegistrationResult {}

    /** The policy lets people register themselves only (A4). */
    record StaffMayNotRegister() implements RegistrationResult {}
}
