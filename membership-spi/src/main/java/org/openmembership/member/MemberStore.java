package org.openmembership.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Username;

/**
 * Keeps members, which customers they have, and the attempts to register.
 *
 * <p>The gathering methods answer all that one step of a registration needs, so that a storage can ask its database once.
 */
public interface MemberStore {
    /**
     * Adds a member that is not there yet, with its links.
     *
     * <p>If another unit of work has taken the reference, the user or one of the customers meanwhile, this one is run again.
     */
    void add(Member member);

    /**
     * Replaces all of the stored member but its links and reference.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Member member);

    /**
     * Costs what adding or replacing a member with these details costs that awaits verification, and keeps nothing: so that a
     * stranger cannot tell which was done (S9).
     */
    void pretend(PersonalDetails details);

    /**
     * Adds customers to a member (R3).
     *
     * <p>If one of them has been linked to any member meanwhile, this unit of work is run again.
     */
    void link(MemberId member, List<CustomerLink> links);

    /** Lets a customer of one member belong to another, or to the same one since another instant. */
    void relink(MemberId from, MemberId to, CustomerLink link);

    /** Takes a customer from its member, which a merge had linked. */
    void unlink(MemberId member, CustomerId customer);

    /** A member; one that was merged away is answered by the member it is part of (R16). */
    Optional<Member> find(MemberId id);

    /** The members the host calls by any of these names, in order of reference; at most 1,000 names. */
    List<Member> withReferences(Set<ExternalKey> references);

    /** As {@link #find}. */
    Optional<MemberStanding> standing(MemberId id);

    /**
     * As {@link #standing}, locked where the database locks: for what is given to a member without changing it, so that
     * nobody is erased or merged meanwhile.
     */
    Optional<MemberStanding> standingForUpdate(MemberId id);

    Optional<MemberStanding> standingWithUsername(Username username);

    /** The member a customer belongs to. */
    Optional<MemberStanding> standingOfCustomer(CustomerId customer);

    /** The member that the customer belongs to whom the host calls by this name. */
    Optional<MemberStanding> standingOfCustomer(ExternalKey reference);

    /** Members whose current address this is, the active ones first, then by id; imported ones included. */
    List<MemberStanding> standingsWithEmail(EmailKey email);

    /** Members with this number among their phones, the active ones first, then by id; at most {@code limit}. */
    List<MemberStanding> standingsWithPhone(E164 phone, int limit);

    /** Who stands behind an address; gathers for a registration. What is written from it is guarded by epoch and version. */
    AddressHolders holders(EmailKey email);

    /** All customers with this email, locked in order of id where the database locks; answered the oldest first. */
    List<MatchingCustomer> matchingCustomersForUpdate(EmailKey email);

    /** The blocks on those of these members that have one. */
    Map<MemberId, Block> blocks(Set<MemberId> members);

    /** Blocks a member that is there, or with null unblocks it; changes nothing else, nor the version. */
    void block(MemberId member, @Nullable Block block);

    void add(Registration registration);

    /**
     * Replaces what has changed of the stored registration: secrets, attempts, state.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Registration registration);

    Optional<Registration> findRegistration(RegistrationId id);

    /** A registration, locked where the database locks, with its user and member; gathers for a verification. */
    Optional<RegistrationFacts> registrationForUpdate(RegistrationId id);
}
