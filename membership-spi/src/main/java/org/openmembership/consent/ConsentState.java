package org.openmembership.consent;

/** Whether somebody may be written to by a channel (R14, D30). Off unless said otherwise. */
public enum ConsentState {
    /** Nothing was ever said. */
    NOT_SUBSCRIBED(2),
    /** Consented, and still to be confirmed by a message to the address itself: nothing else is sent meanwhile (C10). */
    PENDING(1),
    /** May be written to. */
    SUBSCRIBED(0),
    /** No longer, or no: said by the customer, or because the address that was consented for is gone. */
    UNSUBSCRIBED(3),
    /** The person's data are erased; final (R17). */
    REDACTED(4);

    private final int restriction;

    ConsentState(int restriction) {
        this.restriction = restriction;
    }

    /** Whether messages of marketing may be sent. */
    public boolean allowsMessages() {
        return this == SUBSCRIBED;
    }

    /** Whether there is a consent, confirmed or not. */
    public boolean isConsent() {
        return this == SUBSCRIBED || this == PENDING;
    }

    /** The one of two that allows less (R14): REDACTED before UNSUBSCRIBED, NOT_SUBSCRIBED, PENDING and SUBSCRIBED. */
    public ConsentState moreRestrictive(ConsentState other) {
        return restriction >= other.restriction ? this : other;
    }
}
