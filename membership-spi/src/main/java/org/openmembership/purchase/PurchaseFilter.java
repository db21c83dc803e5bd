package org.openmembership.purchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Texts;

/**
 * Which purchases are wanted: all that match every filter that is set (A56).
 *
 * @param who the buyer's side
 * @param what the sale's side
 * @param from the first instant, inclusive; null for all
 * @param to the first instant no longer wanted; null for all
 */
public record PurchaseFilter(
        Who who,
        What what,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final PurchaseFilter ALL =
            new PurchaseFilter(new Who(null, null), new What(null, null, null, null), null, null);

    /** The member, or the customer named on the sale; each also under the ids of those who were merged into them (R16). */
    public record Who(@Nullable MemberId member, @Nullable CustomerId customer) {}

    /** The store, the channel, the host's kind of order, and an article on any line. */
    public record What(
            @Nullable StoreCode store,
            @Nullable Channel channel,
            @Nullable String orderType,
            @Nullable Sku sku) {
        public What {
            if (orderType != null) {
                Texts.requireCode("orderType", orderType, Purchase.Place.MAX_ORDER_TYPE);
            }
        }
    }

    public static PurchaseFilter of(MemberId member) {
        return new PurchaseFilter(new Who(member, null), ALL.what(), null, null);
    }

    public PurchaseFilter between(@Nullable Instant start, @Nullable Instant end) {
        return new PurchaseFilter(who, what, start, end);
    }

    public PurchaseFilter with(What wanted) {
        return new PurchaseFilter(who, wanted, from, to);
    }
}
