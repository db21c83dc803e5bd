package org.openmembership.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;

/**
 * Every group as a tick box for one customer (C9).
 *
 * @param member whom the customer belongs to, null if to none
 * @param all by code
 */
public record CustomerTicks(CustomerId customer, @Nullable MemberId member, List<GroupTick> all) {
    public CustomerTicks {
        all = List.copyOf(all);
    }
}
