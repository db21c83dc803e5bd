package org.openmembership.redemption;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.redemption.RedemptionRequest.Asked;
import org.openmembership.shared.Points;
import org.openmembership.step.SpendingRoom;

/** What is asked of an account, held against the bounds. */
record Asking(Asked asked, SpendingRoom room) {
    /** A refusal, and the figure of the bound that is in the way; zero where there is none. */
    record Refusal(RedemptionRefusal reason, Points bound) {
        static Refusal of(RedemptionRefusal reason) {
            return new Refusal(reason, Points.ZERO);
        }
    }

    /** The points it takes: those asked for, or as many as pay the amount asked for. */
    Points points() {
        Points points = asked.points();
        Money amount = asked.amount();
        if (points != null || amount == null) {
            return points == null ? Points.ZERO : points;
        }
        return isForeign(amount) ? Points.ZERO : room.covering(amount);
    }

    /** What they pay. */
    Money paid() {
        Money amount = asked.amount();
        return amount == null ? room.paid(points(), asked.due()) : amount;
    }

    Optional<Refusal> refusal(MemberAccount account) {
        if (account.isClosed()) {
            return Optional.of(Refusal.of(RedemptionRefusal.CLOSED));
        }
        if (account.block().isPresent()) {
            return Optional.of(Refusal.of(RedemptionRefusal.BLOCKED));
        }
        if (isForeign(asked.amount()) || isForeign(asked.due())) {
            return Optional.of(Refusal.of(RedemptionRefusal.OTHER_CURRENCY));
        }
        boolean money = asked.amount() != null || asked.due() != null;
        if (money && room.value().perPoint().isZero()) {
            return Optional.of(Refusal.of(RedemptionRefusal.NO_VALUE));
        }
        return room.excess(points(), asked.due()).or(this::aboveDue).map(Asking::refusal);
    }

    /** Where an amount is asked for, its last step may be worth more than may be paid: then the amount itself decides. */
    private Optional<SpendingRoom.Excess> aboveDue() {
        Money amount = asked.amount();
        Money due = asked.due();
        if (amount == null || due == null || !amount.isGreaterThan(room.payable(due))) {
            return Optional.empty();
        }
        return Optional.of(new SpendingRoom.Excess(SpendingRoom.Bound.ABOVE_SHARE, room.covering(room.payable(due))));
    }

    static Refusal refusal(SpendingRoom.Excess excess) {
        RedemptionRefusal reason = switch (excess.bound()) {
            case BELOW_MINIMUM -> RedemptionRefusal.BELOW_MINIMUM;
            case NOT_A_STEP -> RedemptionRefusal.NOT_A_STEP;
            case ABOVE_SHARE -> RedemptionRefusal.ABOVE_SHARE;
            case ABOVE_LIMIT -> RedemptionRefusal.ABOVE_LIMIT;
            case TOO_OFTEN -> RedemptionRefusal.TOO_OFTEN;
        };
        return new Refusal(reason, excess.figure());
    }

    private boolean isForeign(@Nullable Money money) {
        CurrencyUnit own = room.value().currency();
        return money != null && !money.getCurrencyUnit().equals(own);
    }
}
