package org.openmembership.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

/**
 * Keeps merges, and where ids lead that were merged away.
 *
 * <p>A redirect leads to its survivor in one step: when a survivor is merged away itself, whatever led to it is written anew
 * (I20). Customers and members that are redirects are kept as they were; no list shows them, and other stores answer with
 * the survivor where they are asked for one id.
 */
public interface MergeStore {
    /** Adds a merge with its moves; if another unit of work has used its key meanwhile, this one is run again. */
    void add(Merge merge);

    /** Marks a merge as undone; if another unit of work has done so meanwhile, this one is run again. */
    void undo(Merge undone);

    Optional<Merge> find(MergeId id);

    Optional<Merge> withKey(ExternalKey key);

    /** The merge that made a customer a redirect, the latest if it led elsewhere before; empty if it is none. */
    Optional<Merge> of(CustomerId redirect);

    /** The merges that hold by which customers lead to a survivor, those of earlier survivors included, the latest first. */
    List<Merge> into(CustomerId survivor);

    /**
     * Makes a customer a redirect; nothing finds it by what it has any more.
     *
     * @param merged the customer as it is kept, whether a redirect already or not, of the version before
     */
    void redirect(Customer merged, CustomerId survivor);

    /**
     * Makes a redirect a customer again, found by what it has.
     *
     * @param restored the next version of the redirect
     */
    void restore(Customer restored);

    /** The redirects that lead to a customer, by id. */
    List<Customer> redirectsTo(CustomerId survivor);

    /** The redirects that lead to any of these customers, each with where it leads. */
    Map<CustomerId, CustomerId> redirectsToAny(Set<CustomerId> survivors);

    /** Those of the customers that are redirects, and where they lead. */
    Map<CustomerId, CustomerId> survivors(Set<CustomerId> customers);

    /** Makes a member, as it is merged away, a redirect to another one. The stored one must be of the version before. */
    void redirect(Member merged, MemberId survivor);

    /** Makes a redirect a member again. The stored one must be of the version before. */
    void restore(Member restored);

    /** A member as it is kept, redirect or not. */
    Optional<Member> member(MemberId id);

    /** Those of the members that are redirects, and where they lead. */
    Map<MemberId, MemberId> memberSurvivors(Set<MemberId> members);

    /** The redirects that lead to a member, by id. */
    List<Member> redirectsTo(MemberId survivor);

    /** Whether a user signed in for a member who is part of another one by a merge that holds, and signs in for nobody now. */
    boolean isMergedAway(UserId user);

    /** Keeps that a member agrees; one who did already stays as kept. */
    void agree(Agreement agreement);

    /** What these members agreed to, by member, then other. */
    List<Agreement> agreements(Set<MemberId> members);
}
