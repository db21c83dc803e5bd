package org.openmembership.group;

import org.openmembership.customer.CustomerId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to a customer group. */
public sealed interface GroupEvent extends MembershipEvent {
    CustomerGroupCode group();

    /** @param version 1 where the group is new */
    record GroupDefined(CustomerGroupCode group, int version) implements GroupEvent {
        @Override
        public Topic topic() {
            return Topic.SHOP;
        }
    }

    /** @param version of the membership from now on */
    record GroupJoined(CustomerGroupCode group, CustomerId customer, int version) implements GroupEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.CUSTOMER, customer.value());
        }
    }

    /** @param version of the membership from now on */
    record GroupLeft(CustomerGroupCode group, CustomerId customer, int version) implements GroupEvent {
        @Override
        public Topic topic() {
            return new Topic(Topic.Kind.CUSTOMER, customer.value());
        }
    }

    static GroupEvent of(GroupMembership membership) {
        return membership.isMember()
                ? new GroupJoined(membership.group(), membership.customer(), membership.version())
                : new GroupLeft(membership.group(), membership.customer(), membership.version());
    }
}
