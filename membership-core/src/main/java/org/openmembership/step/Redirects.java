package org.openmembership.step;

import java.util.Set;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.storage.Stores;

/** Where ids of customers and members lead that were merged away (I20). */
public final class Redirects {
    private Redirects() {}

    /** The survivor, or the customer itself. */
    public static CustomerId follow(CustomerId customer, Stores stores) {
        return stores.merges().survivors(Set.of(customer)).getOrDefault(customer, customer);
    }

    /** The survivor, or the member itself; also one who is not there any more. */
    public static MemberId follow(MemberId member, Stores stores) {
        return stores.members().standing(member).map(MemberStanding::member).orElse(member);
    }
}
