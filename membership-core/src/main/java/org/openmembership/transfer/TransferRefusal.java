package org.openmembership.transfer;

/** Why points were not moved. All but {@link #UNKNOWN_ACCOUNT} stand: the same key does not succeed later. */
public enum TransferRefusal {
    /** Less is available, or less of it with enough life left. */
    NOT_ENOUGH_POINTS,
    /** Points never leave their club (B4). */
    OTHER_CLUB,
    BLOCKED,
    /** The club wants somebody registered with an email for the account they would leave (D23). */
    NOT_ELIGIBLE,
    CLOSED,
    /** After the transfer factor nothing would arrive. */
    NOTHING_ARRIVES,
    /** One of the accounts is not there; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
