package org.openmembership.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailKey;
import org.openmembership.user.InvitationId;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretHash;
import org.openmembership.user.SecretSeal;

/**
 * That a customer has been asked to register with the address the shop knows (C49).
 *
 * <p>A customer has one at most: inviting again renews it, and what was sent before is dead. It also stands for the word of
 * whoever invited that the address is the customer's, for as long as nobody writes it anew, calls the invitation off or says
 * that it went to somebody else (R2).
 *
 * @param id ours
 * @param customer who is invited
 * @param email the address the customer had then; an invitation to another one proves nothing
 * @param invitedAt when, the last time
 * @param secrets what is kept of the secrets; null until a message has been sent
 * @param attempts how many wrong secrets have been tried since
 * @param state whether it has been accepted or called off
 * @param version counts the changes of this record, from 1
 */
public record Invitation(
        InvitationId id,
        CustomerId customer,
        EmailKey email,
        Instant invitedAt,
        @Nullable KeptSecrets secrets,
        int attempts,
        InvitationState state,
        int version) {
    public Invitation {
        if (attempts < 0 || version < 1) {
            throw new IllegalArgumentException("Invitation: attempts " + attempts + ", version " + version);
        }
    }

    /** The first one of a customer. */
    public static Invitation begun(InvitationId id, CustomerId customer, EmailKey email, Instant now) {
        return new Invitation(id, customer, email, now, null, 0, InvitationState.OPEN, 1);
    }

    /** Once more, to the address the customer has now; no secret of before works. */
    public Invitation renewed(EmailKey current, Instant now) {
        return new Invitation(id, customer, current, now, null, 0, InvitationState.OPEN, version + 1);
    }

    /** With new secrets; those before are dead. Wrong tries stay counted. */
    public Invitation withSecrets(SecretSeal seal, Message.Proof proof) {
        KeptSecrets minted =
                new KeptSecrets(hash(seal, email, proof.code()), hash(seal, email, proof.token()), proof.expiresAt());
        return new Invitation(id, customer, email, invitedAt, minted, attempts, state, version + 1);
    }

    /**
     * Whether {@code secret} is one of its two, by somebody who also knows where it was sent; takes equally long for every
     * answer.
     */
    public boolean isProvenBy(SecretSeal seal, EmailKey address, Secret secret) {
        return KeptSecrets.areMatched(secrets, hash(seal, address, secret));
    }

    /** Whether the time of its secrets is over; one that has none yet has all its time before it. */
    public boolean isExpired(Instant now) {
        return secrets != null && secrets.isExpired(now);
    }

    /** Whether it is still about this customer as it is now, not one who has moved or was merged into another. */
    public boolean isFor(Customer now) {
        return now.id().equals(customer) && now.emailKey().filter(email::equals).isPresent();
    }

    /** Whether it was sent after somebody other than its owner last wrote the address of a customer, and still counts (R2). */
    public boolean vouchesFor(Customer now) {
        return !isCalledOff() && isAboutWhatIsWrittenOf(now);
    }

    /** Whether the mailbox that the customer has now has said that it is somebody else's; writing the address anew ends that. */
    public boolean isDeclinedFor(Customer now) {
        return state == InvitationState.DECLINED && isAboutWhatIsWrittenOf(now);
    }

    /** Whether nobody registers with it any more because the shop or the mailbox does not want it. */
    public boolean isCalledOff() {
        return state == InvitationState.WITHDRAWN || state == InvitationState.DECLINED;
    }

    private boolean isAboutWhatIsWrittenOf(Customer now) {
        Instant written = now.emailSetByStaffAt();
        return isFor(now) && (written == null || !invitedAt.isBefore(written));
    }

    public Invitation triedInVain() {
        return new Invitation(id, customer, email, invitedAt, secrets, attempts + 1, state, version + 1);
    }

    /** The invitation once somebody has registered with it; its secret says so again, and does nothing more. */
    public Invitation accepted() {
        return in(InvitationState.ACCEPTED);
    }

    /** The invitation once the shop has called it off; its secret leads nowhere, and says so to whoever has it. */
    public Invitation withdrawn() {
        return in(InvitationState.WITHDRAWN);
    }

    /** The invitation once whoever got it has said that it was not meant for them. */
    public Invitation declined() {
        return in(InvitationState.DECLINED);
    }

    private Invitation in(InvitationState next) {
        return new Invitation(id, customer, email, invitedAt, secrets, attempts, next, version + 1);
    }

    private SecretHash hash(SecretSeal seal, EmailKey address, Secret secret) {
        List<String> boundTo = List.of(id.value(), customer.value(), address.value());
        return seal.hash(NotificationPurpose.INVITE_CUSTOMER.name(), boundTo, secret);
    }

    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
