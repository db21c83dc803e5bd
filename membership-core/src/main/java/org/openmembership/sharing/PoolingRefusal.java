package org.openmembership.sharing;

/** Why points were not pooled. All but {@link #UNKNOWN_ACCOUNT} stand: the same key does not succeed later. */
public enum PoolingRefusal {
    /** Points never leave their club (B4). */
    OTHER_CLUB,
    /** The points of a company neither come from a family nor go to one. */
    COMPANY,
    /** A private account has one member: it becomes a family's first. */
    PRIVATE,
    /** Others share the account that is to be brought: their points are not one member's to bring. */
    SHARED,
    /** Nobody has shown up yet for one of the accounts. */
    UNASSIGNED,
    /** No more members fit. */
    FULL,
    /** The account that is to be brought holds a scheme that was paid for, which would be lost: refund it first. */
    PAID_SCHEME,
    /** One of the accounts, or the member, is blocked. */
    BLOCKED,
    CLOSED,
    /** One of the accounts is not there; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
