package org.openmembership.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What the bounds of redemptions leave an account (A47, A48, R49): counted from its entries under the lock of the account, so
 * that no other row is touched.
 *
 * @param bounds of the scheme it holds
 * @param value of a point
 * @param left what the limit per period leaves, null where there is none
 * @param timesLeft how often, null where that is not limited
 * @param isEligible whether the account uses points at all (D23)
 */
public record SpendingRoom(
        RedemptionBounds bounds,
        PointValue value,
        @Nullable Points left,
        @Nullable Long timesLeft,
        boolean isEligible) {
    /** @param held what is set aside already, which counts as redeemed */
    public static SpendingRoom of(MemberAccount account, Club club, Points held, Instant at, Stores stores) {
        RedemptionBounds bounds = club.terms().spending().tender().of(account.schemeIn(club, at));
        PointValue value = club.points().value();
        Limit limit = bounds.limit();
        boolean isEligible = Eligible.is(account, club, stores);
        if (limit == null) {
            return new SpendingRoom(bounds, value, null, null, isEligible);
        }
        Instant from = limit.per()
                .firstDay(club.businessDate(at))
                .atStartOfDay(club.place().zone())
                .toInstant();
        LedgerStore.Redeemed redeemed = stores.ledger().redeemed(account.id(), from);
        Points most = limit.points();
        Integer times = limit.times();
        return new SpendingRoom(
                bounds,
                value,
                most == null ? null : most.minus(redeemed.points()).minus(held).max(Points.ZERO),
                times == null ? null : Math.max(times - redeemed.times(), 0),
                isEligible);
    }

    /** The first bound that {@code points} break. */
    public Optional<Asking.Refusal> excess(Points points, @Nullable Money due) {
        if (points.isLessThan(bounds.minimum())) {
            return Optional.of(new Asking.Refusal(Reason.BELOW_MINIMUM, bounds.minimum()));
        }
        if (!bounds.isStep(points)) {
            return Optional.of(new Asking.Refusal(Reason.NOT_A_STEP, bounds.step()));
        }
        Points covering = due == null ? points : covering(payable(due));
        if (covering.isLessThan(points)) {
            return Optional.of(new Asking.Refusal(Reason.ABOVE_SHARE, covering));
        }
        return beyondLimit(points, 1);
    }

    /** Where the limit per period does not leave so many points, in so many redemptions; it bounds whatever is redeemed. */
    Optional<Asking.Refusal> beyondLimit(Points points, int times) {
        if (left != null && left.isLessThan(points)) {
            return Optional.of(new Asking.Refusal(Reason.ABOVE_LIMIT, left));
        }
        boolean tooOften = timesLeft != null && timesLeft < times;
        return tooOften ? Optional.of(Asking.Refusal.of(Reason.TOO_OFTEN)) : Optional.empty();
    }

    /** What is left after so many points, in so many redemptions, which the limit allows. */
    SpendingRoom after(Points points, int times) {
        return new SpendingRoom(
                bounds,
                value,
                left == null ? null : left.minus(points).max(Points.ZERO),
                timesLeft == null ? null : Math.max(timesLeft - times, 0),
                isEligible);
    }

    /** What points may pay of an amount due, cut to what the currency can pay. */
    public Money payable(Money due) {
        return due.multipliedBy(bounds.maximumShare(), RoundingMode.DOWN);
    }

    /**
     * The least points, in whole steps, that are worth an amount: of the last step only a part may be needed, so that no rest
     * is left that cannot be paid (the last-cent rule).
     */
    public Points covering(Money amount) {
        BigDecimal perPoint = value.perPoint().getAmount();
        if (perPoint.signum() == 0) {
            return Points.ZERO;
        }
        BigDecimal points = amount.getAmount().divide(perPoint, Points.SCALE, RoundingMode.UP);
        return bounds.ceiling(Points.of(points));
    }

    /** What points pay of an amount due, at most what they may. */
    public Money paid(Points points, @Nullable Money due) {
        Money worth = value.of(points);
        if (due == null) {
            return worth;
        }
        Money payable = payable(due);
        return payable.isLessThan(worth) ? payable : worth;
    }

    /** The most that can be spent now of what is available; zero where that is below the minimum. */
    public Points most(Points available, @Nullable Money due) {
        Points most = available.max(Points.ZERO);
        most = left == null ? most : most.min(left);
        most = bounds.floor(due == null ? most : most.min(covering(payable(due))));
        boolean none = most.isLessThan(bounds.minimum()) || timesLeft != null && timesLeft == 0;
        return none ? Points.ZERO : most;
    }
}
