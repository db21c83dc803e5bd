package org.openmembership;

import org.openmembership.adjustment.Adjustment;
import org.openmembership.adjustment.AdjustmentPolicy;
import org.openmembership.command.Caller;
import org.openmembership.deferral.Deferrals;
import org.openmembership.earning.Earning;
import org.openmembership.expiry.Expiry;
import org.openmembership.extension.Extension;
import org.openmembership.holding.Holding;
import org.openmembership.journals.Journals;
import org.openmembership.redemption.Redemption;
import org.openmembership.refresh.Refresh;
import org.openmembership.reversal.Reversal;
import org.openmembership.review.Review;
import org.openmembership.subscription.Subscription;
import org.openmembership.transfer.Transfer;
import org.openmembership.warnings.Warnings;

/** The accessors of {@link Membership} for what points do: they come, wait, move and go. */
abstract class PointDoors extends PeopleDoors {
    final AdjustmentPolicy adjusting;

    PointDoors(Caller caller, People people, AdjustmentPolicy adjusting) {
        super(caller, people);
        this.adjusting = adjusting;
    }

    /** Sales that are posted later. */
    public Deferrals deferral() {
        return new Deferrals(caller);
    }

    /** Spending points. */
    public Redemption redemption() {
        return new Redemption(caller);
    }

    /** Setting points aside for unfinished sales. */
    public Holding holding() {
        return new Holding(caller);
    }

    /** Points for things other than what a sale is worth. */
    public Earning earning() {
        return new Earning(caller);
    }

    /** Correcting points by hand. */
    public Adjustment adjustment() {
        return new Adjustment(caller, adjusting);
    }

    /** Undoing entries. */
    public Reversal reversal() {
        return new Reversal(caller);
    }

    /** Moving points between accounts of a club. */
    public Transfer transfer() {
        return new Transfer(caller);
    }

    /** Posting points of many accounts at once, and opening balances. */
    public Journals journals() {
        return new Journals(caller, adjusting::allowance);
    }

    /** Writing off what has lapsed. */
    public Expiry expiry() {
        return new Expiry(caller);
    }

    /** Letting points be usable longer, or again. */
    public Extension extension() {
        return new Extension(caller);
    }

    /** Making balances one row again after points changed by themselves. */
    public Refresh refresh() {
        return new Refresh(caller);
    }

    /** Warning of points that are about to lapse. */
    public Warnings warnings() {
        return new Warnings(caller);
    }

    /** Moving accounts between schemes. */
    public Review review() {
        return new Review(caller);
    }

    /** Schemes that are paid for. */
    public Subscription subscription() {
        return new Subscription(caller);
    }
}
