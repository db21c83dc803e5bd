package org.openmembership.sale;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Refund;

/** What became of a sale. After all but {@link Recorded} nothing is kept and the key stays free. */
public sealed interface SaleResult {
    /**
     * The sale is kept.
     *
     * @param owner who bought: nobody where none was named or found; awaiting where the points follow once the member is
     *     active (R5). Where somebody was named whom nobody knows, or who has been forgotten, it says which: the sale is kept
     *     without a buyer, earns nothing, and can be claimed or assigned later. A name that was merged is the survivor's
     * @param clubs what it did, by club; empty where nobody collects
     * @param repeated whether this is the first answer again
     */
    record Recorded(PurchaseId purchase, KeptPurchase.Owner owner, List<ClubPoints> clubs, boolean repeated)
            implements SaleResult {
        public Recorded {
            clubs = List.copyOf(clubs);
        }
    }

    /** What recording the sale now would do; nothing was written (R38). */
    record Previewed(KeptPurchase.Owner owner, List<ClubPoints> clubs) implements SaleResult {
        public Previewed {
            clubs = List.copyOf(clubs);
        }
    }

    /** The key belongs to a sale with other content. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements SaleResult {}

    /** A line gives back a line that is not kept: record that sale first, then this one again (R39). */
    record UnknownOriginal(ExternalKey key, OriginalLine original) implements SaleResult {}

    /**
     * Lines give back what another account of the club earned than the one that would earn on the rest: record what comes
     * back as a sale of its own, without the buyer.
     */
    record OtherAccount(ExternalKey key, AccountId account) implements SaleResult {}

    /** The sale is older, or further ahead of our clock, than the club accepts (R28). */
    record OutOfTime(ExternalKey key, ClubId club, Instant purchasedAt) implements SaleResult {}

    /** No club of the buyer counts in the currency of the sale (R33). */
    record RateMissing(ExternalKey key, List<ClubId> clubs) implements SaleResult {
        public RateMissing {
            clubs = List.copyOf(clubs);
        }
    }

    /** The points to be taken back are spent, and the club does not take them back then (R26). */
    record PointsSpent(ExternalKey key, AccountId account, Points asked, Points available) implements SaleResult {}

    /**
     * Money would be paid back as points that was not paid with points, and that cannot be (B50).
     *
     * @param asked what would be paid back beyond the points that were spent
     * @param due how much of it could be at most; zero where the club pays no money back as points
     */
    record RefundRefused(ExternalKey key, ClubId club, RefundRefusal reason, Money asked, Money due)
            implements SaleResult {
        static RefundRefused of(ExternalKey key, Refund.Refusal refusal) {
            RefundRefusal reason = RefundRefusal.valueOf(refusal.reason().name());
            return new RefundRefused(key, refusal.club(), reason, refusal.asked(), refusal.due());
        }
    }

    /** The storage went away at the wrong moment; ask {@link Sales#lookup}, or record again under the same key. */
    record OutcomeUnknown(ExternalKey key) implements SaleResult {}
}
