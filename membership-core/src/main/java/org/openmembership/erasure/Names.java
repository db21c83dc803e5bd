package org.openmembership.erasure;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.member.Member;
import org.openmembership.privacy.Tombstone;
import org.openmembership.user.SecretSeal;

/** The names of a person that stay behind (R17). */
record Names(Reckoning known, @Nullable SecretSeal emails) {
    SortedSet<Tombstone> all() {
        SortedSet<Tombstone> names = new TreeSet<>();
        known.person().customers().forEach(customer -> names.add(Tombstone.of(customer)));
        known.person().members().forEach(member -> names.add(Tombstone.of(member)));
        known.person().users().forEach(user -> names.add(Tombstone.of(user)));
        known.customers().forEach(customer -> addTo(names, customer));
        for (Member member : known.members()) {
            if (member.reference() != null) {
                names.add(Tombstone.ofMember(member.reference()));
            }
        }
        SecretSeal seal = emails;
        if (seal != null) {
            known.emailKeys().forEach(email -> names.add(Tombstone.of(seal, email)));
        }
        return names;
    }

    private static void addTo(SortedSet<Tombstone> names, Customer customer) {
        if (customer.reference() != null) {
            names.add(Tombstone.ofCustomer(customer.reference()));
        }
        if (customer.accountCode() != null) {
            names.add(Tombstone.of(customer.accountCode()));
        }
    }
}
