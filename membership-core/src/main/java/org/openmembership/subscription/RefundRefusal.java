package org.openmembership.subscription;

/** Why nothing is given back; nothing was kept, and it may be asked again. */
public enum RefundRefusal {
    UNKNOWN_ACCOUNT,
    CLOSED,
    /** Nothing was bought for the account under this key. */
    NOT_BOUGHT,
    /** Nothing is left of it: its days are over, or something better has taken their place. */
    OVER,
    /** Another term was bought behind it, which has to be given back first. */
    LATER_TERM_FIRST,
    /** The terms under which it was bought give nothing back. */
    NOT_REFUNDABLE
}
