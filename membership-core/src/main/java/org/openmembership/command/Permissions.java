package org.openmembership.command;

import org.openmembership.access.Permission;
import org.openmembership.idempotency.Operation;

/** What whoever looks a key up must be allowed to do: what was done under it. */
final class Permissions {
    private Permissions() {}

    static Permission of(Operation operation) {
        return switch (operation) {
            case SALE -> Permission.RECORD_SALE;
            case SALE_TAKEN, SALE_GIVEN -> Permission.ASSIGN_SALE;
            case EVENT -> Permission.REPORT_EVENT;
            case REDEMPTION, HOLD, CAPTURE, RELEASE -> Permission.REDEEM;
            case GIFT_CARD -> Permission.REDEEM_TO_GIFT_CARD;
            case ADJUSTMENT, ADJUSTMENT_PROPOSAL, EXTENSION -> Permission.ADJUST;
            case REVERSAL -> Permission.REVERSE;
            case SUBSCRIPTION -> Permission.SELL_SCHEME;
            case SUBSCRIPTION_REFUND -> Permission.REFUND_SCHEME;
            case TRANSFER -> Permission.TRANSFER;
            case JOURNAL -> Permission.POST_JOURNAL;
            case OPENING -> Permission.IMPORT;
            case TAKEOVER -> Permission.ENROL;
            case POOLING -> Permission.SHARE_ACCOUNT;
            case EXPIRY -> Permission.EXPIRE;
            case ERASURE -> Permission.ERASE;
            case MERGE -> Permission.MERGE;
            case UNMERGE -> Permission.UNMERGE;
        };
    }
}
