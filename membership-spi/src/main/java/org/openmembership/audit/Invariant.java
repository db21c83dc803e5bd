package org.openmembership.audit;

/** What must be true of every storage at every moment, and can be checked on a live one. */
public enum Invariant {
    /** I1: per club, what members hold is what was issued less what was redeemed, expired and taken. */
    CONSERVATION,
    /** I2: booked balance = sum of entries = open points - debt, for every account. */
    BALANCE_AGREES,
    /** I3: an account with debt has no more in lots that can be spent than holds were given of them. */
    NO_DEBT_BESIDE_POINTS,
    /** I4: what remains of a lot is between zero and what was granted, and follows from granted and the allocations. */
    LOT_ACCOUNTED,
    /**
     * I5: no spending took points of a lot while one that comes before it in the club's order had some to spend; what names its
     * own lots is free to: a capture in time, a reversal. Not judged by expiry once inactivity has ended points of the club,
     * because when a lot was to lapse then is not kept.
     */
    TAKEN_IN_ORDER,
    /** I2, I4: every entry's points are the lots it opened plus the effects of its allocations. */
    ENTRY_EXPLAINED,
    /** I6: nothing was spent or moved out of a lot at or after the instant it lapsed, but by a hold placed before. */
    EXPIRED_NEVER_SPENT,
    /** I7: a lot expires at most once, and only after it lapsed. */
    EXPIRED_ONCE,
    /** R29: what holds in force have of a lot is there. */
    HOLD_COVERED,
    /** R29: a hold is what its parts come to, and was captured by an entry that spent no more, in its life out of them. */
    HOLD_ADDS_UP,
    /** R29: an account's row knows until when anything is held, and looks again when a hold ends. */
    HOLD_KNOWN,
    /** I8, I9: every entry belongs to one recorded command that names it, and no command names entries that are not there. */
    COMMAND_MATCHES_ENTRIES,
    /** I10: the halves of a transfer name each other, in one club, and nothing is gained. */
    TRANSFER_PAIRED,
    /** I11: no more is taken back of a line than it earned. */
    RETURN_WITHIN_EARNED,
    /** I11: no more of an entry is reversed than it moved. */
    REVERSAL_WITHIN_ENTRY,
    /**
     * I22, R36: an account has got no more in a span than the cap by which it was bounded when it last got any, and what counts
     * for the caps of all rules is no more than its sales gave it.
     */
    CAP_HELD,
    /** I12: an active member has one user, at least one customer, exactly one of them primary. */
    MEMBER_COMPLETE,
    /** I13: an active member has accepted terms. */
    TERMS_ACCEPTED,
    /** I14: no customer was linked before the address was proven. */
    LINK_AFTER_PROOF,
    /** I20: what a merge took from one account it brought to another of the club, in a pair of entries. */
    MERGE_PAIRED,
    /** I20: a redirect leads to somebody who is none, and belongs to the same member; who is merged away has no open account. */
    REDIRECT_LEADS,
    /** I24: entries are numbered without gaps, and each balance follows from the one before. */
    CHAIN_UNBROKEN,
    /** I25: amounts stay within 10^12 points. */
    WITHIN_RANGE,
    /** I26: entries of an account are recorded in order of time. */
    TIME_ORDERED,
    /** B29, R55: an account has exactly one main member, and a member one account in a club. */
    ACCOUNT_SHARED_PROPERLY,
    /** B52: the scheme an account holds, or will, is that of its last move, and moves are numbered without gaps. */
    SCHEME_MATCHES_MOVES,
    /** I23, R43: the scheme an account holds, or will, was earned or bought, or is that of its pin. */
    SCHEME_EXPLAINED,
    /** C25: what a customer owes is the sum of charges less payments, which are numbered without gaps. */
    ON_ACCOUNT_AGREES,
    /** A59: a sale that was to be posted later has a command of its club once it is posted, and none before or where it was called off. */
    SALE_POSTED_ONCE,
    /** I21: what is on a gift card is the sum of its entries, which are numbered without gaps, in one currency, never below zero. */
    GIFT_CARD_AGREES,
    /** I21: points that were redeemed to a gift card are on it, what came of points to one was redeemed, and the same goes for undoing that. */
    GIFT_CARD_POINTS_PAIRED,
    /** I21: what came of points to a gift card is no more than they were worth, and undoing it takes as much off the same card. */
    GIFT_CARD_POINTS_WORTH,
    /**
     * R56: what an envoy has of a sale is the share, by the terms stamped, of what is left of the recruit's award points in the
     * club; it was given by one entry that goes with the recruit's, and no such entry gave anything for nothing.
     */
    ENVOY_SHARE_AGREES
}
