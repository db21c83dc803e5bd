package org.openmembership.club;

/** Who earns and uses points of a club (D23). */
public enum Eligibility {
    /** Everybody who has an account, visitors with a card and nothing else included. */
    EVERYBODY,
    /**
     * Accounts that an active member shares who has an email address. Others earn nothing on sales; points they had before are
     * kept and lapse as ever, but cannot be used until somebody registers.
     */
    REGISTERED_WITH_EMAIL
}
