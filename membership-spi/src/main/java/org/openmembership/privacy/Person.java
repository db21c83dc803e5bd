package org.openmembership.privacy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.user.UserId;

/**
 * Whose records belong together, by our ids: a member with user and customers, or a customer who is no member; with
 * everybody who was merged into one of them.
 *
 * <p>The ids say nothing by themselves; they stay in entries and purchases when all else of the person is gone.
 */
public record Person(SortedSet<CustomerId> customers, SortedSet<MemberId> members, SortedSet<UserId> users) {
    public Person {
        customers = Collections.unmodifiableSortedSet(new TreeSet<>(customers));
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        users = Collections.unmodifiableSortedSet(new TreeSet<>(users));
        if (customers.isEmpty() && members.isEmpty()) {
            throw new IllegalArgumentException("Person needs a customer or a member");
        }
    }
}
