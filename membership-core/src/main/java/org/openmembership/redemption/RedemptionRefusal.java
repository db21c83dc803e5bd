package org.openmembership.redemption;

import org.openmembership.step.Asking;

/** Why points were not spent. All but {@link #UNKNOWN_ACCOUNT} stand: the same key does not succeed later. */
public enum RedemptionRefusal {
    NOT_ENOUGH_POINTS,
    /** Less than the minimum of the club or scheme was asked for. */
    BELOW_MINIMUM,
    /** Not a multiple of the step was asked for. */
    NOT_A_STEP,
    /** More than points may pay of what is due. */
    ABOVE_SHARE,
    /** More than the limit of the period leaves. */
    ABOVE_LIMIT,
    /** As often as the limit of the period allows points were redeemed already. */
    TOO_OFTEN,
    /** Less than all that could be used, where only all of it may be. */
    ONLY_WHOLE,
    /** An amount in another currency than the club's. */
    OTHER_CURRENCY,
    /** Points of the club are worth no money. */
    NO_VALUE,
    BLOCKED,
    CLOSED,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT;

    static RedemptionRefusal of(Asking.Refusal refusal) {
        return valueOf(refusal.reason().name());
    }
}
