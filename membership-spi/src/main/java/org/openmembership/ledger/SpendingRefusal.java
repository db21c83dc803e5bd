package org.openmembership.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.shared.Block;
import org.openmembership.shared.Points;

/**
 * Why points were not spent, whatever they were to be spent on (R26, R49), and what the clerk needs to know of it.
 *
 * @param asked how much was wanted
 * @param available what could be spent then
 * @param bound the figure of the bound that was in the way: the minimum, the step, the most that may pay of what is due, or
 *     what the limit leaves; zero where it was another reason
 * @param blockedSince null unless the account is blocked
 */
public record SpendingRefusal(
        Reason reason,
        Points asked,
        Points available,
        Points bound,
        @Nullable Instant blockedSince) {
    /** The cause. All but {@link #UNKNOWN_ACCOUNT} stand where the attempt has a key of its own: it does not succeed later. */
    public enum Reason {
        NOT_ENOUGH_POINTS,
        /** Less than the minimum of the club or scheme. */
        BELOW_MINIMUM,
        /** No multiple of the step. */
        NOT_A_STEP,
        /** More than points may pay of what is due. */
        ABOVE_SHARE,
        /** More than the limit of the period leaves. */
        ABOVE_LIMIT,
        /** As often as the limit of the period allows points were redeemed already. */
        TOO_OFTEN,
        /** Less than all that could be used, where only all of it may be. */
        ONLY_WHOLE,
        /** What is to be paid is in another currency than the club's. */
        OTHER_CURRENCY,
        /** Points of the club are worth no money. */
        NO_VALUE,
        BLOCKED,
        CLOSED,
        /** The club wants somebody registered with an email for the account; its points are kept until then (D23). */
        NOT_ELIGIBLE,
        /** There is no such account; nothing was kept, the key stays free. */
        UNKNOWN_ACCOUNT
    }

    public static SpendingRefusal unknownAccount(Points asked) {
        return new SpendingRefusal(Reason.UNKNOWN_ACCOUNT, asked, Points.ZERO, Points.ZERO, null);
    }

    /** On an account as it stands. */
    public static SpendingRefusal of(
            Reason reason, Points asked, Points available, Points bound, MemberAccount account) {
        Instant since = account.block().map(Block::since).orElse(null);
        return new SpendingRefusal(reason, asked, available, bound, since);
    }
}
