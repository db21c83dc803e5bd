package org.openmembership.merging;

/**
 * What stands in the way of a merge.
 *
 * @param reason what it is
 * @param subject the id of the customer, member, user or account it is about
 */
public record MergeBlocker(Reason reason, String subject) {
    /** Why customers cannot be merged as they are. */
    public enum Reason {
        UNKNOWN_CUSTOMER,
        /** The default customer stands for nobody in particular, and is one with nobody (A55). */
        DEFAULT_CUSTOMER,
        /** A member that is closed belongs to it. */
        MEMBER_CLOSED,
        /** Whoever is blocked does not get away by a merge. */
        MEMBER_BLOCKED,
        /** Two members have proven their address, and this one has not agreed to be one with the other (S31). */
        NOT_AGREED,
        /** More than one of them signs in, and it is not said who shall. */
        USER_NOT_CHOSEN,
        /** Whoever shall sign in is none of theirs. */
        USER_OF_NONE,
        /** Points leave no blocked account and go to none. */
        ACCOUNT_BLOCKED,
        /** The surviving member's account in a club is closed, so it takes no points. */
        ACCOUNT_CLOSED,
        /** Others share an account whose points would go away, or both members share it. */
        ACCOUNT_SHARED,
        /** They owe in different currencies. */
        OTHER_CURRENCY
    }
}
