package org.openmembership.invitation;

/** Why a customer is not invited. */
public enum NotInvited {
    UNKNOWN_CUSTOMER,
    /** The shop knows no address to write to. */
    NO_EMAIL,
    /** The customer may not use the account, or waits for approval. */
    INACTIVE,
    /** It is the customer who stands for whoever is not named (A55). */
    DEFAULT_CUSTOMER,
    /** The customer is a member's already. */
    HAS_MEMBER,
    /** Another member or login has the address; who has it signs in there, and the records can be merged (R3). */
    ADDRESS_TAKEN,
    /** Who has the mailbox said that it is not the customer's; writing the address anew ends that. */
    DECLINED
}
