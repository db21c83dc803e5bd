package org.openmembership.step;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.shared.Points;

/**
 * What is asked of an account, held against the bounds (R49).
 *
 * @param asked points, null where {@code amount} says it
 * @param amount to be paid with points, null where {@code asked} says it
 * @param due what is really to be paid, null where nothing is paid with them
 */
public record Asking(
        @Nullable Points asked,
        @Nullable Money amount,
        @Nullable Money due,
        SpendingRoom room) {
    /** A refusal, and the figure of the bound that is in the way; zero where there is none. */
    public record Refusal(Reason reason, Points bound) {
        static Refusal of(Reason reason) {
            return new Refusal(reason, Points.ZERO);
        }

        /** The same, as it is told to the clerk. */
        public SpendingRefusal told(Points asked, AccountLedger ledger) {
            return SpendingRefusal.of(reason, asked, ledger.available(), bound, ledger.account());
        }
    }

    /** The points it takes: those asked for, or as many as pay the amount asked for. */
    public Points points() {
        if (asked != null || amount == null) {
            return asked == null ? Points.ZERO : asked;
        }
        return isForeign(amount) ? Points.ZERO : room.covering(amount);
    }

    /** What they pay. */
    public Money paid() {
        return amount == null ? room.paid(points(), due) : amount;
    }

    /** Why an account spends nothing at all; empty where it does. */
    public static Optional<Refusal> standing(MemberAccount account, boolean isEligible) {
        if (account.isClosed()) {
            return Optional.of(Refusal.of(Reason.CLOSED));
        }
        if (account.block().isPresent()) {
            return Optional.of(Refusal.of(Reason.BLOCKED));
        }
        return isEligible ? Optional.empty() : Optional.of(Refusal.of(Reason.NOT_ELIGIBLE));
    }

    public Optional<Refusal> refusal(MemberAccount account) {
        Optional<Refusal> standing = standing(account, room.isEligible());
        if (standing.isPresent()) {
            return standing;
        }
        if (isForeign(amount) || isForeign(due)) {
            return Optional.of(Refusal.of(Reason.OTHER_CURRENCY));
        }
        boolean money = amount != null || due != null;
        if (money && room.value().perPoint().isZero()) {
            return Optional.of(Refusal.of(Reason.NO_VALUE));
        }
        return room.excess(points(), due).or(this::aboveDue);
    }

    /** Where only the whole may be used and less of {@code available} is asked for (D29). */
    Optional<Refusal> part(Points available) {
        if (room.bounds().use() == RedemptionBounds.Use.ANY_PART) {
            return Optional.empty();
        }
        Points most = room.most(available, due);
        boolean isPart = amount == null ? points().isLessThan(most) : amount.isLessThan(room.paid(most, due));
        return isPart ? Optional.of(new Refusal(Reason.ONLY_WHOLE, most)) : Optional.empty();
    }

    /** Where an amount is asked for, its last step may be worth more than may be paid: then the amount itself decides. */
    private Optional<Refusal> aboveDue() {
        if (amount == null || due == null || !amount.isGreaterThan(room.payable(due))) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(Reason.ABOVE_SHARE, room.covering(room.payable(due))));
    }

    private boolean isForeign(@Nullable Money money) {
        CurrencyUnit own = room.value().currency();
        return money != null && !money.getCurrencyUnit().equals(own);
    }
}
