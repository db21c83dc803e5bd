package org.openmembership.customer;

/** Where somebody is reached: a mailbox, a phone or a letter box. None is for logs, and no {@code toString} shows one. */
public sealed interface ContactPoint permits EmailAddress, E164, PostalAddress {
    /** Whether both reach the same place, however they are written; an address of another kind never does. */
    boolean reachesSameAs(ContactPoint other);

    /** As it is written on a message, on one line. */
    String written();
}
