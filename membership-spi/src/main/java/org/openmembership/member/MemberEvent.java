package org.openmembership.member;

import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;
import org.openmembership.user.UserId;

/** Something has happened to a member. */
public sealed interface MemberEvent extends MembershipEvent {
    MemberId member();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.MEMBER, member().value());
    }

    /** Somebody new has registered; what must be proven first is not proven yet. */
    record MemberRegistered(MemberId member, UserId user) implements MemberEvent {}

    /**
     * A member is active from now on: the address is proven, or need not be.
     *
     * @param primary the customer that stands for the member
     */
    record MemberActivated(MemberId member, UserId user, CustomerId primary) implements MemberEvent {}

    /** The history of a customer belongs to a member from now on. */
    record CustomerLinked(MemberId member, CustomerId customer) implements MemberEvent {}

    /** @param reference the other system's name for the member */
    record MemberImported(MemberId member, ExternalKey reference) implements MemberEvent {}

    /** A member is not identified any more, whatever is shown (R54). */
    record MemberBlocked(MemberId member, ReasonCode reason) implements MemberEvent {}

    /** A member is identified again. */
    record MemberUnblocked(MemberId member) implements MemberEvent {}
}
