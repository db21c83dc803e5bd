package org.openmembership.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * A customer who registered and accepted the terms (A2), or one taken over who may still do so (A5).
 *
 * <p>An active member has a user, accepted terms, at least one linked customer and exactly one primary among them (I12,
 * I13); before that it has no customer at all.
 *
 * @param id ours
 * @param reference what the host or an earlier system calls this member; unique over all members, null if nothing does
 * @param user the login; null until the owner registers
 * @param email the current address; null for a member known by phone alone
 * @param details name, phones, birthdate, addresses
 * @param status where it stands
 * @param links the customers it has, by instant, then id; never changed after activation (A18)
 * @param primary the oldest of them when they were linked (A17); never worked out again
 * @param terms what was accepted; null until the owner registers
 * @param times when it came to be, registered, became active
 * @param version counts the changes of this record, from 1
 */
public record Member(
        MemberId id,
        @Nullable ExternalKey reference,
        @Nullable UserId user,
        @Nullable EmailAddress email,
        PersonalDetails details,
        MemberStatus status,
        List<CustomerLink> links,
        @Nullable CustomerId primary,
        @Nullable TermsAcceptance terms,
        Times times,
        int version) {
    public static final int FIRST_VERSION = 1;

    public Member {
        links = List.copyOf(links);
        requireThat(version >= FIRST_VERSION, "version must be at least 1");
        boolean userless = status == MemberStatus.IMPORTED || status == MemberStatus.MERGED;
        requireThat(!userless || user == null, "an imported or merged one has no user");
        requireThat(userless || user != null && terms != null, "needs a user and terms");
        boolean linked = status == MemberStatus.ACTIVE || status == MemberStatus.CLOSED;
        requireThat(linked || links.isEmpty() && primary == null, "only an active one has customers");
        requireThat(!linked || isAmong(links, primary), "the primary must be one of its customers");
        requireThat(!linked || times.activatedAt() != null, "an active one has been activated");
    }

    /** A member taken over from another system, waiting for its owner (A5). */
    public static Member imported(
            MemberId id, ExternalKey reference, @Nullable EmailAddress email, PersonalDetails details, Times times) {
        return new Member(
                id,
                reference,
                null,
                email,
                details,
                MemberStatus.IMPORTED,
                List.of(),
                null,
                null,
                times,
                FIRST_VERSION);
    }

    /** A member who has registered and has to prove the address. */
    public static Member awaiting(
            MemberId id, UserId user, @Nullable EmailAddress email, PersonalDetails details, TermsAcceptance terms) {
        return new Member(
                id,
                null,
                user,
                email,
                details,
                MemberStatus.AWAITING_VERIFICATION,
                List.of(),
                null,
                terms,
                Times.registered(terms.at()),
                FIRST_VERSION);
    }

    /** The next version of one that awaits verification, whose registration a newer one has replaced (R5). */
    public Member superseded() {
        requireThat(status == MemberStatus.AWAITING_VERIFICATION, "only one that awaits verification is superseded");
        return new Member(id, reference, user, email, details, status, links, primary, terms, times, version + 1);
    }

    /**
     * The member once it is active: with its user and customers, and with the details of the registration that was proven.
     *
     * <p>An imported one keeps its id, its reference, its earlier registration day, and what the registrant left out (R10).
     */
    public Member activated(
            UserId owner,
            @Nullable EmailAddress provenEmail,
            PersonalDetails proven,
            TermsAcceptance accepted,
            CustomerId primaryCustomer,
            List<CustomerLink> customers,
            Instant at) {
        requireThat(status != MemberStatus.ACTIVE && status != MemberStatus.CLOSED, "it is active or closed already");
        boolean takenOver = status == MemberStatus.IMPORTED;
        return new Member(
                id,
                reference,
                owner,
                provenEmail,
                takenOver ? proven.completedBy(details) : proven,
                MemberStatus.ACTIVE,
                customers,
                primaryCustomer,
                accepted,
                times.activated(accepted.at(), at),
                version + 1);
    }

    /** The member with another address, which its owner has proven; the customers it has stay (R8). */
    public Member withEmail(EmailAddress proven) {
        return new Member(id, reference, user, proven, details, status, links, primary, terms, times, version + 1);
    }

    /** The member as part of another one: without user and customers, which are the other's (R16). */
    public Member mergedAway() {
        return new Member(
                id, reference, null, email, details, MemberStatus.MERGED, List.of(), null, terms, times, version + 1);
    }

    /** The member as one of its own again, with the user and customers it had. */
    public Member restored(UserId owner, List<CustomerLink> customers, CustomerId primaryCustomer) {
        return new Member(
                id,
                reference,
                owner,
                email,
                details,
                MemberStatus.ACTIVE,
                customers,
                primaryCustomer,
                terms,
                times,
                version + 1);
    }

    /** The next version, represented by a customer that is linked to it by then. */
    public Member represented(CustomerId primaryCustomer) {
        List<CustomerLink> known = isAmong(links, primaryCustomer)
                ? links
                : Stream.concat(links.stream(), Stream.of(new CustomerLink(primaryCustomer, times.createdAt())))
                        .toList();
        return new Member(
                id, reference, user, email, details, status, known, primaryCustomer, terms, times, version + 1);
    }

    /** The same version with another user, and its address. */
    public Member signingIn(User login) {
        return new Member(
                id, reference, login.id(), login.email(), details, status, links, primary, terms, times, version);
    }

    public Optional<EmailKey> emailKey() {
        return Optional.ofNullable(email).map(EmailAddress::key);
    }

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    @Override
    public String toString() {
        return "Member[" + id + " " + status + "]";
    }

    private static boolean isAmong(List<CustomerLink> links, @Nullable CustomerId primary) {
        return links.stream().anyMatch(link -> link.customer().equals(primary));
    }

    private static void requireThat(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("Member: " + rule);
        }
    }

    /**
     * The three instants of a member.
     *
     * @param createdAt when the record came to be here
     * @param registeredAt when the owner registered, which a member year is anchored on (A41): here or, for an import, in
     *     the system before; null while an imported one has never registered anywhere
     * @param activatedAt when it became active here; null before
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant registeredAt,
            @Nullable Instant activatedAt) {
        static Times registered(Instant at) {
            return new Times(at, at, null);
        }

        Times activated(Instant registered, Instant at) {
            return new Times(createdAt, registeredAt == null ? registered : registeredAt, at);
        }
    }
}
