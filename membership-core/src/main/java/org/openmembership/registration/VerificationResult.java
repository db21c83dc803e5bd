package org.openmembership.registration;

import java.time.Instant;
import org.openmembership.member.MemberId;
import org.openmembership.user.UserId;

/** What came of {@link MemberRegistration#verify} or {@link MemberRegistration#accept}. */
public sealed interface VerificationResult {
    /**
     * The address is proven, and the member active with all its customers.
     *
     * @param repeated whether the same secret has proven it before; nothing was changed this time, and nobody is to be signed in
     *     for it
     */
    record Verified(MemberId member, UserId user, LinkedCustomers customers, boolean repeated)
            implements VerificationResult {}

    /**
     * Not the secret, or that of a message that a newer one has replaced; with no attempts left, nothing is tried any more
     * and the person registers again.
     */
    record Wrong(int attemptsLeft) implements VerificationResult {}

    /** Too many wrong secrets came from this origin (S8). */
    record Wait(Instant until) implements VerificationResult {}

    /**
     * Too late, or no registration or invitation of ours; one to an address that the customer has left, and one that was called
     * off, is over too.
     */
    record Expired() implements VerificationResult {}

    /** The address is proven, but every customer with it belongs to another member (R4). */
    record EmailTaken() implements VerificationResult {}

    /** The secret is right and was used before, and the shop has disabled the user since (A54). Nobody else is told that. */
    record UserDisabled() implements VerificationResult {}

    /**
     * The secret is right, but the customer who was invited may not use the account, or waits for approval; the invitation works
     * once that is over. Nobody else is told that.
     */
    record CustomerInactive() implements VerificationResult {}

    /** The policy lets people register themselves only (A4). */
    record StaffMayNotVerify() implements VerificationResult {}
}
