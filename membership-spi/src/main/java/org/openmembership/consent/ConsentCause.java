package org.openmembership.consent;

/** Why a consent is as it is. */
public enum ConsentCause {
    /** The customer said yes. */
    GIVEN,
    /** The customer confirmed it with a code or token sent to the address (C10). */
    CONFIRMED,
    /** The customer said no more to this channel. */
    WITHDRAWN,
    /** The customer said no more to everything (C11). */
    WITHDRAWN_FROM_ALL,
    /** The customer has no such address any more (R14). */
    ADDRESS_REMOVED,
    /** The customer has another address; the consent was for the old one (R14). */
    ADDRESS_CHANGED,
    /** Taken over from a record that was merged into this one (R14). */
    MERGED,
    /** As it was before a merge that has been undone (R16). */
    UNMERGED,
    /** Taken over from another system. */
    IMPORTED,
    /** The person's data were erased (R17). */
    ERASED
}
