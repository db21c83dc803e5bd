package org.openmembership.flow;

import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.EntryKind;

/** What an entry means for what a club owes. */
public enum Flow {
    /** Given for sales; below zero where returned goods without a receipt took some back. */
    EARNED,
    /** What sales had given, taken back. */
    EARNED_UNDONE,
    REDEEMED,
    /** What had been redeemed, given back. */
    REDEEMED_UNDONE,
    EXPIRED,
    /** Added or taken by hand, and corrections of that. */
    ADJUSTED,
    /** Moved between accounts of the club; the sum is what transfers lost on their way. */
    TRANSFERRED,
    /** Balances brought along from another system. */
    OPENED,
    /** Moved because owners became one; the sum is zero. */
    MERGED;

    /**
     * What an entry of {@code kind} is.
     *
     * @param undone the kind of the entry that it reverses, null for any other
     */
    public static Flow of(EntryKind kind, @Nullable EntryKind undone) {
        return switch (kind) {
            case SALE -> EARNED;
            case REDEMPTION -> REDEEMED;
            case EXPIRY -> EXPIRED;
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, EXTENSION_FROM, EXTENSION_TO -> ADJUSTED;
            case TRANSFER_FROM, TRANSFER_TO -> TRANSFERRED;
            case OPENING -> OPENED;
            case MERGE_IN, MERGE_OUT -> MERGED;
            case REVERSAL -> undoing(undone);
        };
    }

    private static Flow undoing(@Nullable EntryKind undone) {
        if (undone == null) {
            return ADJUSTED;
        }
        return switch (undone) {
            case SALE -> EARNED_UNDONE;
            case REDEMPTION -> REDEEMED_UNDONE;
            default -> of(undone, null);
        };
    }
}
