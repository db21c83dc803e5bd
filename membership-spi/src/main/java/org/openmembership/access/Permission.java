package org.openmembership.access;

/** What a call needs to be allowed; every operation that changes something or shows a person's data names one (R20). */
public enum Permission {
    REGISTER,
    READ_REGISTRATIONS,
    IMPORT,
    /** Writing lists of people or balances to a file. */
    EXPORT,
    CREATE_CUSTOMER,
    READ_CUSTOMERS,
    EDIT_CUSTOMER,
    /** Asking customers to register, and standing for it that their address is theirs (C49, R2). */
    INVITE_CUSTOMER,
    /** Approving and rejecting trade applications, activating and deactivating. */
    DECIDE_STANDING,
    /** Price list, free delivery, global discount, pay on account. */
    SET_SELLING_TERMS,
    CHARGE_ON_ACCOUNT,
    TAKE_ACCOUNT_PAYMENT,
    READ_ON_ACCOUNT,
    /** Saying yes and no to being written to, for a customer or for oneself. */
    CHANGE_CONSENTS,
    READ_CONSENTS,
    /** Choosing among the groups that are offered to customers. */
    CHOOSE_GROUPS,
    /** Putting customers into groups that are not, and taking them out. */
    ASSIGN_PRIVATE_GROUPS,
    DEFINE_GROUPS,
    /** Reading who is in a group or may be written to: what a marketing platform is filled with. */
    READ_AUDIENCES,
    WRITE_NOTES,
    READ_NOTES,
    /** Saying for good that two customers are not one. */
    DISMISS_DUPLICATE,
    /** Seeing what a merge would do, and merging. */
    MERGE,
    UNMERGE,
    /** A member saying that another is the same person. */
    AGREE_TO_MERGE,
    ENROL,
    /** Who shares an account, who represents it, and of which type it is. */
    SHARE_ACCOUNT,
    CLOSE_ACCOUNT,
    BLOCK,
    UNBLOCK,
    /** Making cards and sending them to stores. */
    ISSUE_CARDS,
    READ_CARDS,
    /** Changing the code of an account by hand to match a printed card. */
    CHANGE_CARD_CODE,
    /** Making gift cards, with money on them or not. */
    ISSUE_GIFT_CARD,
    LOAD_GIFT_CARD,
    /** Spending with a code, and seeing what can be spent with it. */
    SPEND_GIFT_CARD,
    REFUND_GIFT_CARD,
    WRITE_OFF_GIFT_CARD,
    BLOCK_GIFT_CARD,
    /** Giving a gift card's place, or one of its codes, to another. */
    CHANGE_GIFT_CARD_CODES,
    /** Finding a gift card by one of its codes: for clerks (A51). */
    FIND_GIFT_CARD,
    /** Listing all gift cards: for managers (A51). */
    LIST_GIFT_CARDS,
    /** The gift cards of a member, and what happened to a card (A26). */
    READ_GIFT_CARDS,
    /** Seeing codes that are not masked; who knows one can spend it (A51). */
    SEE_GIFT_CARD_CODES,
    /** Redeeming points to a gift card (A30). */
    REDEEM_TO_GIFT_CARD,
    IDENTIFY,
    RECORD_SALE,
    /** Giving a kept sale to a member, to another one, or to nobody. */
    ASSIGN_SALE,
    /** Giving a sale that nobody was named on to a member. */
    CLAIM_SALE,
    /** Posting sales that wait, saying that the host has posted them, and calling them off. */
    POST_SALE,
    /** Reporting something other than a sale for which clubs give points. */
    REPORT_EVENT,
    REDEEM,
    ADJUST,
    /** Deciding on adjustments that somebody else proposes. */
    APPROVE_ADJUSTMENT,
    REVERSE,
    TRANSFER,
    /** Adding, taking, moving and opening points of many accounts at once, and undoing that. */
    POST_JOURNAL,
    READ_JOURNALS,
    EXPIRE,
    /** Runs over all accounts of a club. */
    REVIEW,
    /** Moving one account up at once that has earned it. */
    RAISE_SCHEME,
    PIN_SCHEME,
    /** Giving an account a scheme that was paid for. */
    SELL_SCHEME,
    /** Taking back a scheme that was paid for, and giving its price back. */
    REFUND_SCHEME,
    /** Seeing who is an envoy, and whom an envoy has recruited (A53). */
    VIEW_ENVOYS,
    /** Making members envoys, saying yes and no to those who ask, and settling what they get (A53). */
    MANAGE_ENVOYS,
    /** Asking to be an envoy oneself, and having another invite code. */
    BECOME_ENVOY,
    PUBLISH_CLUB,
    READ_STATEMENT,
    READ_PURCHASES,
    /** What a person does whom nobody knows yet: sign in, ask for a password link, use a code or token. */
    SIGN_IN,
    CHANGE_PASSWORD,
    /** Have a link for a password sent to the address that is stored with a user; whoever asks never sees it. */
    SEND_PASSWORD_LINK,
    CHANGE_ADDRESS,
    ENABLE_USER,
    /** Ask that a person be forgotten, and take that back. */
    REQUEST_ERASURE,
    /** Forget a person for good. */
    ERASE,
    /** Hand out everything that is known of a person. */
    DISCLOSE,
    DELIVER_NOTIFICATIONS,
    /** Take out what only slowed down strangers long ago. */
    TIDY,
    AUDIT,
    READ_AUDIT_TRAIL,
    TELL_EVENTS
}
