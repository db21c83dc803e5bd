package org.openmembership.merge;

import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Customers have become one, or are several again. */
public sealed interface MergeEvent extends MembershipEvent {
    /**
     * An id leads to another customer from now on.
     *
     * @param merge by which it can be undone
     */
    record CustomerMerged(MergeId merge, CustomerId merged, CustomerId survivor) implements MergeEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.CUSTOMER, survivor.value());
        }
    }

    /** A merge was undone: an id is its own again, or leads where it led before. */
    record CustomerUnmerged(MergeId merge, CustomerId restored, CustomerId survivor) implements MergeEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.CUSTOMER, survivor.value());
        }
    }

    /** A member became part of another one. */
    record MembersMerged(MemberId member, MemberId into) implements MergeEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.MEMBER, into.value());
        }
    }

    /** A member is one of its own again. */
    record MembersUnmerged(MemberId member, MemberId from) implements MergeEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.MEMBER, member.value());
        }
    }

    /** A member wants to be one with another. */
    record MergeAgreed(MemberId member, MemberId other) implements MergeEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.MEMBER, member.value());
        }
    }
}
