package org.openmembership.examples.foodmart;

import org.openmembership.Membership;
import org.openmembership.club.Club;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.storage.Storage;

/**
 * The host as this example has it: the library on its storage, the clock it goes by and the mail it sends.
 *
 * @param membership acts as the system
 */
record Shop(Membership membership, ReplayClock clock, Mailbox mailbox) {
    /** A host whose clerks learn that an address is taken, because its customers stand before them. */
    static Shop on(Storage storage, ReplayClock clock) {
        Mailbox mailbox = new Mailbox();
        Membership membership = Membership.on(storage)
                .clock(clock)
                .notifier(mailbox)
                .registration(RegistrationPolicy.DEFAULT.revealingExistingEmail())
                .open();
        return new Shop(membership, clock, mailbox);
    }

    Newcomers newcomers(Club club) {
        return new Newcomers(membership, mailbox, club);
    }
}
