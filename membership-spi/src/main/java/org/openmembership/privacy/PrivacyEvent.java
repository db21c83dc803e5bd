package org.openmembership.privacy;

import java.time.Instant;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened about somebody's being forgotten. */
public sealed interface PrivacyEvent extends MembershipEvent {
    /** Everything that is known of somebody was handed out (GDPR, article 15). */
    record PersonDisclosed(Topic person) implements PrivacyEvent {
        @Override
        public Topic topic() {
            return person;
        }
    }

    /**
     * Somebody is to be forgotten, unless it is withdrawn.
     *
     * @param person whom, by the id of a member or customer
     * @param notBefore until when it can be withdrawn
     */
    record ErasureRequested(ErasureId erasure, Topic person, Instant notBefore) implements PrivacyEvent {
        @Override
        public Topic topic() {
            return person;
        }
    }

    /** Somebody is not to be forgotten after all. */
    record ErasureWithdrawn(ErasureId erasure, Topic person) implements PrivacyEvent {
        @Override
        public Topic topic() {
            return person;
        }
    }

    /** Everything about a member is gone; the id stays in entries and purchases, and stands for nobody. */
    record MemberErased(MemberId member, ErasureId erasure) implements PrivacyEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.MEMBER, member.value());
        }
    }

    /** Everything about a customer is gone; the id stays in purchases, and stands for nobody. */
    record CustomerErased(CustomerId customer, ErasureId erasure) implements PrivacyEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.CUSTOMER, customer.value());
        }
    }
}
