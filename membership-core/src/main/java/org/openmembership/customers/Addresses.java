package org.openmembership.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customers.EditResult.Refused;

/** What can be done with one of a customer's addresses, which are numbered from 1, the primary one (C29). */
final class Addresses {
    private Addresses() {}

    static EditResult add(Customer current, PostalAddress address) {
        if (current.addresses().size() == Customer.MAX_ADDRESSES) {
            return new Refused(EditRefusal.TOO_MANY_ADDRESSES, current);
        }
        return with(current, addresses -> addresses.add(address));
    }

    static EditResult change(Customer current, int number, PostalAddress address) {
        return with(current, number, addresses -> addresses.set(number - 1, address));
    }

    /** Without its primary address, the next one is primary. */
    static EditResult remove(Customer current, int number) {
        return with(current, number, addresses -> addresses.remove(number - 1));
    }

    static EditResult makePrimary(Customer current, int number) {
        return with(current, number, addresses -> addresses.add(0, addresses.remove(number - 1)));
    }

    private static EditResult with(Customer current, int number, Consumer<List<PostalAddress>> change) {
        boolean unknown = number < 1 || number > current.addresses().size();
        return unknown ? new Refused(EditRefusal.UNKNOWN_ADDRESS, current) : with(current, change);
    }

    private static EditResult with(Customer current, Consumer<List<PostalAddress>> change) {
        List<PostalAddress> addresses = new ArrayList<>(current.addresses());
        change.accept(addresses);
        return Editing.edited(
                current, () -> current.changed().addresses(addresses).build());
    }
}
