package org.openmembership.envoy;

/** Why somebody who registered with an invite code is nobody's recruit (R56). */
public enum NotRecruited {
    /** The member is the envoy, or has a customer of the envoy's. */
    SAME_PERSON,
    SAME_EMAIL,
    SAME_PHONE,
    SAME_ADDRESS,
    /** One carries a card of the other. */
    SAME_CARD,
    /** The envoy was suspended, or not accepted yet, when the registration was proven. */
    NOT_ACTIVE
}
