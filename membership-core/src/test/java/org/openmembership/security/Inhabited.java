package org.openmembership.security;

import java.lang.reflect.Method;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.note.NoteId;
import org.openmembership.password.QuickHasher;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.CountingIds;

/** A shop in which one person is known in every way, and what it is called through. */
record Inhabited(Membership membership, TwinIds ids) {
    static Inhabited by(String name, Shop shop) {
        Mailbox mailbox = new Mailbox();
        Membership membership = shop.over(shop.storage(), "-")
                .ids(new CountingIds(name + "-"))
                .registration(RegistrationPolicy.DEFAULT)
                .notifier(mailbox)
                .erasure(ErasurePolicy.DEFAULT.waiting(TwinIds.NEVER))
                .passwordHasher(new QuickHasher())
                .open();
        return new Inhabited(membership, TwinIds.of(name, shop, membership, mailbox));
    }

    /** Puts the version of the record as it is now into a call that needs one, for it would be stale. */
    void bringUpToDate(Method method, Object[] arguments) {
        boolean versioned = arguments.length > 1 && method.getParameterTypes()[1] == int.class;
        if (versioned && arguments[0] instanceof CustomerId customer) {
            arguments[1] = membership.customers().find(customer).orElseThrow().version();
        }
        if (versioned && arguments[0] instanceof NoteId note) {
            arguments[1] = membership.notes().of(ids.get(CustomerId.class), Page.Request.first(1_000)).items().stream()
                    .filter(found -> found.note().id().equals(note))
                    .findFirst()
                    .orElseThrow()
                    .note()
                    .version();
        }
    }
}
